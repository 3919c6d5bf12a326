package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Recipient;
import org.amanet.staff.Member;
import org.amanet.staff.StaffConfig;

/**
 * Makes a report: two keys, its parts sealed to them, and a grant of each key to every holder. The
 * keys are gone afterwards.
 */
@ApplicationScoped
public class Filing {
    private final Contents contents;
    private final Trail trail;
    private final Recipient recovery;

    Filing(Contents contents, Trail trail, StaffConfig staff) {
        this.contents = contents;
        this.trail = trail;
        this.recovery = Recipient.parse(staff.recoveryRecipient());
    }

    /** Files the report within the transaction that keeps its receipt's answer. */
    @Transactional(TxType.MANDATORY)
    public Report file(Draft draft, DerivedIdentity reporter) {
        Instant now = draft.receivedHour();
        Report report = row(draft);
        report.lookup = Digests.sha256(reporter.lookupId());
        report.persist();
        try (Identity account = Identity.generate();
                Identity relatives = Identity.generate()) {
            grant(report.id, Compartment.ACCOUNT, account, draft, reporter);
            grant(report.id, Compartment.RELATIVES, relatives, draft, reporter);
            long bytes = add(report, PartKind.ACCOUNT, draft.account(), account, now).sealed.length;
            bytes += add(report, PartKind.TRIAGE, draft.triage(), account, now).sealed.length;
            bytes += add(report, PartKind.CONSENT, draft.consent(), account, now).sealed.length;
            Happening received =
                    Happening.of(Act.REPORT_RECEIVED, Actor.reporter()).about(report.id);
            if (draft.relatives() != null) {
                Part part = add(report, PartKind.RELATIVES, draft.relatives(), relatives, now);
                bytes += part.sealed.length;
                // The others must be there anyway; of this one only the log knows.
                received = received.sealing(part.id, part.version);
            }
            report.sizeClass = SizeClass.of(bytes);
            trail.record(received);
        }
        return report;
    }

    private static Report row(Draft draft) {
        Report report = new Report();
        report.id = UUID.randomUUID();
        report.reference = draft.reference();
        report.receivedHour = draft.receivedHour();
        report.touchedHour = report.receivedHour;
        report.language = draft.account().language();
        report.desk = draft.desk();
        report.country = draft.country();
        report.band = draft.triage().band();
        report.status = draft.status();
        report.sizeClass = SizeClass.S;
        report.unread = true;
        report.dueAt = report.receivedHour.plus(report.band.firstAction());
        report.remember(KdfParameters.RECEIPT);
        return report;
    }

    private void grant(
            UUID report,
            Compartment compartment,
            Identity key,
            Draft draft,
            DerivedIdentity reporter) {
        Grant.seal(report, compartment, Grant.REPORTER, key, reporter.identity().recipient())
                .persist();
        Grant.seal(report, compartment, Grant.RECOVERY, key, recovery).persist();
        for (Member holder : draft.holders()) {
            Grant.seal(report, compartment, holder.id, key, holder.sealTo()).persist();
        }
    }

    private Part add(Report report, PartKind kind, Object content, Identity key, Instant now) {
        Part part = Part.placed(report.id, UUID.randomUUID(), 1, kind, now);
        contents.seal(part, content, key.recipient()).persist();
        return part;
    }
}
