package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Grant;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.HashingStream;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/**
 * The second pair of eyes: a lead who did not prepare it. What they approve is built and sealed in
 * the same act.
 */
@ApplicationScoped
class Approval {
    private final Packing packing;
    private final Pieces pieces;
    private final Vouchings vouchings;
    private final Trail trail;
    private final Clock clock;

    Approval(Packing packing, Pieces pieces, Vouchings vouchings, Trail trail, Clock clock) {
        this.packing = packing;
        this.pieces = pieces;
        this.vouchings = vouchings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Approves, builds and seals.
     *
     * @throws Refusal when the lead prepared it, holds no grant of a report in it, or a consent is
     *     no longer there
     */
    @Transactional
    Export approve(UUID id, Member lead, OpenedVault vault) {
        List<UUID> reports = ExportReport.reportsOf(id);
        Export export = visible(id, lead, reports);
        export.require(ExportStatus.PREPARED);
        if (lead.role != Role.LEAD || lead.id.equals(export.preparedBy)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
        Member recipient =
                Member.byId(export.recipient).orElseThrow(() -> new Refusal(Problem.KEY_MISSING));
        vouchings.require(recipient);
        export.approve(
                lead.id,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                build(export, recipient, lead, vault));
        for (UUID report : reports) {
            trail.record(
                    Happening.of(Act.EXPORT_APPROVED, lead.actor()).about(report).touching(id));
        }
        return export;
    }

    /** An export that this member may know of; otherwise it does not exist. */
    static Export visible(UUID id, Member member, List<UUID> reports) {
        boolean holds =
                !reports.isEmpty()
                        && reports.stream()
                                .allMatch(report -> Grant.holders(report).contains(member.id));
        return Export.byId(id)
                .filter(export -> holds)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private Export.Sealed build(Export export, Member recipient, Member lead, OpenedVault vault) {
        HashingStream sealed = new HashingStream(pieces.writer(export.id));
        try (OutputStream out = AgeFile.sealing(sealed, List.of(recipient.sealTo()))) {
            packing.write(export, ExportReport.reportsOf(export.id), lead, vault, out);
        } catch (IOException e) {
            throw new IllegalStateException("a package cannot be built", e);
        }
        return new Export.Sealed(sealed.sha512(), sealed.count());
    }
}
