package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.Randomness;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/**
 * The first pair of eyes: picks recipient, profile and reports; the consent gate says what of it
 * may go.
 */
@ApplicationScoped
class Preparation {
    private final Access access;
    private final ConsentGate gate;
    private final Vouchings vouchings;
    private final Trail trail;
    private final Clock clock;
    private final ExportConfig config;

    Preparation(
            Access access,
            ConsentGate gate,
            Vouchings vouchings,
            Trail trail,
            Clock clock,
            ExportConfig config) {
        this.access = access;
        this.gate = gate;
        this.vouchings = vouchings;
        this.trail = trail;
        this.clock = clock;
        this.config = config;
    }

    /** What somebody wants to hand over. */
    record Wish(UUID recipient, Profile profile, List<UUID> reports) {}

    /** One report that stays, and why: a code. */
    record Kept(UUID report, String reason) {}

    /** The export, and what the gate kept back. */
    record Prepared(Export export, List<Kept> kept) {}

    /**
     * Prepares an export of those reports that may go.
     *
     * @throws Refusal when none may, with the reason for each; or when nobody stands for the
     *     recipient's key
     */
    @Transactional
    Prepared prepare(Wish wish, Member by, OpenedVault vault) {
        Member recipient = recipient(wish.recipient());
        List<Kept> kept = new ArrayList<>();
        List<UUID> passing = new ArrayList<>();
        for (UUID report : new LinkedHashSet<>(wish.reports())) {
            try (OpenedReport opened = access.open(report, by, vault)) {
                switch (gate.rule(opened, wish.profile(), state(recipient))) {
                    case Ruling.Passes passes -> passing.add(report);
                    case Ruling.Stays stays -> kept.add(new Kept(report, stays.reason()));
                }
            }
        }
        if (passing.isEmpty()) {
            throw new Refusal(Problem.CONSENT_MISSING, faults(wish, kept));
        }
        return new Prepared(keep(wish, by, recipient, passing), kept);
    }

    private Member recipient(UUID id) {
        Member recipient =
                Member.byId(id)
                        .filter(
                                member ->
                                        member.role == Role.INVESTIGATOR
                                                && member.memberState != null)
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        vouchings.require(recipient);
        return recipient;
    }

    private static String state(Member recipient) {
        return recipient.memberState == null ? "" : recipient.memberState;
    }

    private Export keep(Wish wish, Member by, Member recipient, List<UUID> reports) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Export export = new Export();
        export.id = UUID.randomUUID();
        export.reference = Randomness.reference();
        export.recipient = recipient.id;
        export.memberState = state(recipient);
        export.profile = wish.profile();
        export.status = ExportStatus.PREPARED;
        export.preparedBy = by.id;
        export.preparedAt = now;
        export.expiresAt = now.plus(config.expiry());
        export.persist();
        for (UUID report : reports) {
            ExportReport.add(export.id, report);
            trail.record(
                    Happening.of(Act.EXPORT_PREPARED, by.actor())
                            .about(report)
                            .touching(export.id));
        }
        return export;
    }

    private static List<Fault> faults(Wish wish, List<Kept> kept) {
        return kept.stream()
                .map(
                        one ->
                                new Fault(
                                        "/reports/" + wish.reports().indexOf(one.report()),
                                        one.reason()))
                .toList();
    }
}
