package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
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

/**
 * The second pair of eyes: a lead who did not prepare it. What they approve is built and sealed in
 * the same act.
 */
@ApplicationScoped
class Approval {
    private final Packing packing;
    private final Pieces pieces;
    private final Recipients recipients;
    private final Inspection inspection;
    private final Trail trail;
    private final Clock clock;

    Approval(
            Packing packing,
            Pieces pieces,
            Recipients recipients,
            Inspection inspection,
            Trail trail,
            Clock clock) {
        this.packing = packing;
        this.pieces = pieces;
        this.recipients = recipients;
        this.inspection = inspection;
        this.trail = trail;
        this.clock = clock;
    }

    /** What would go, to whoever may approve it; each report is opened, and the log says so. */
    @Transactional
    List<Inspection.Inspected> look(Export export, Member lead, OpenedVault vault) {
        requireSecond(export, lead);
        List<UUID> reports = ExportReport.reportsOf(export.id);
        return inspection.of(reports, export.profile, export.memberState, lead, vault);
    }

    /**
     * Approves, builds and seals.
     *
     * @throws Refusal when the lead prepared it, holds no grant of a report in it, a consent is no
     *     longer there, or the recipient's key is not the one it was prepared for
     */
    @Transactional
    Export approve(UUID id, Member lead, OpenedVault vault) {
        Export export =
                Export.held(id)
                        .filter(one -> concerns(one, lead))
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        requireSecond(export, lead);
        export.requireAt(ExportStatus.PREPARED);
        Member recipient = recipients.require(export);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        export.approve(lead.id, now, build(export, recipient, lead, vault));
        for (UUID report : ExportReport.reportsOf(id)) {
            trail.record(
                    Happening.of(Act.EXPORT_APPROVED, lead.actor()).about(report).touching(id));
        }
        return export;
    }

    /** An export that this member may know of; otherwise it does not exist. */
    static Export visible(UUID id, Member member) {
        return Export.byId(id)
                .filter(export -> concerns(export, member))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** Whether this member is the one to approve it. */
    static boolean awaits(Export export, Member member) {
        return export.status == ExportStatus.PREPARED
                && member.role == Role.LEAD
                && !member.id.equals(export.preparedBy);
    }

    private static boolean concerns(Export export, Member member) {
        List<UUID> reports = ExportReport.reportsOf(export.id);
        boolean holdsAll =
                !reports.isEmpty()
                        && reports.stream()
                                .allMatch(report -> Grant.holders(report).contains(member.id));
        return export.concerns(member.id, holdsAll);
    }

    private static void requireSecond(Export export, Member lead) {
        if (lead.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        if (lead.id.equals(export.preparedBy)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
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
