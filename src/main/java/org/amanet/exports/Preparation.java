package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.notices.Notices;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Grant;
import org.amanet.sealing.Randomness;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;

/**
 * The first pair of eyes: picks recipient, profile and reports; the consent gate says what of it
 * may go.
 */
@ApplicationScoped
class Preparation {
    private final Inspection inspection;
    private final Recipients recipients;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;
    private final ExportConfig config;

    Preparation(
            Inspection inspection,
            Recipients recipients,
            Notices notices,
            Trail trail,
            Clock clock,
            ExportConfig config) {
        this.inspection = inspection;
        this.recipients = recipients;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
        this.config = config;
    }

    /** What somebody wants to hand over. */
    record Wish(UUID recipient, Profile profile, List<UUID> reports) {}

    /** One report that stays, and why. */
    record Kept(UUID report, Ruling.Reason reason) {}

    /** The export, and what the gate kept back. */
    record Prepared(Export export, List<Kept> kept) {}

    /**
     * Says what would go and what would stay; nothing is prepared.
     *
     * @throws Refusal when nobody stands for the recipient's key, or a report is not this member's
     *     to open
     */
    @Transactional
    List<Inspection.Inspected> look(Wish wish, Member by, OpenedVault vault) {
        return inspected(wish, recipients.require(wish.recipient()), by, vault);
    }

    /**
     * Prepares an export of those reports that may go.
     *
     * @throws Refusal when none may, with the reason for each; or when nobody stands for the
     *     recipient's key
     */
    @Transactional
    Prepared prepare(Wish wish, Member by, OpenedVault vault) {
        Member recipient = recipients.require(wish.recipient());
        List<Kept> kept = new ArrayList<>();
        List<UUID> passing = new ArrayList<>();
        for (Inspection.Inspected one : inspected(wish, recipient, by, vault)) {
            switch (one.ruling()) {
                case Ruling.Passes passes -> passing.add(one.report());
                case Ruling.Stays stays -> kept.add(new Kept(one.report(), stays.reason()));
            }
        }
        if (passing.isEmpty()) {
            kept.forEach(one -> tellWithheld(one, by));
            throw new Refusal(Problem.CONSENT_WITHHELD, faults(wish, kept));
        }
        return new Prepared(keep(wish, by, recipient, passing), kept);
    }

    private List<Inspection.Inspected> inspected(
            Wish wish, Member recipient, Member by, OpenedVault vault) {
        return inspection.of(wish.reports(), wish.profile(), state(recipient), by, vault);
    }

    private static String state(Member recipient) {
        return Objects.requireNonNull(recipient.memberState); // Recipients.require has seen it
    }

    private Export keep(Wish wish, Member by, Member recipient, List<UUID> reports) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Export export = new Export();
        export.id = UUID.randomUUID();
        export.reference = Randomness.reference();
        export.recipient = recipient.id;
        export.recipientKey = recipient.recipient;
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
                            .touching(export.id)
                            .saying(export.profile + " " + export.memberState));
        }
        notices.tell(seconds(reports, by));
        return export;
    }

    /** Nothing else stays of it: what was opened for this is undone with it. */
    private void tellWithheld(Kept kept, Member by) {
        trail.recordRefusal(
                Happening.of(Act.EXPORT_WITHHELD, by.actor())
                        .about(kept.report())
                        .saying(kept.reason().name()));
    }

    /** Leads who hold all of it and did not prepare it. */
    private static List<UUID> seconds(List<UUID> reports, Member by) {
        return Grant.holders(reports.getFirst()).stream()
                .filter(holder -> !holder.equals(by.id))
                .filter(
                        holder ->
                                reports.stream()
                                        .allMatch(one -> Grant.holders(one).contains(holder)))
                .filter(holder -> Member.byId(holder).filter(m -> m.role == Role.LEAD).isPresent())
                .toList();
    }

    private static List<Fault> faults(Wish wish, List<Kept> kept) {
        return kept.stream()
                .map(
                        one ->
                                new Fault(
                                        "/reports/" + wish.reports().indexOf(one.report()),
                                        one.reason().name()))
                .toList();
    }
}
