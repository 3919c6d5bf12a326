package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Recipient;
import org.amanet.staff.Member;
import org.amanet.staff.StaffConfig;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report: two keys, its parts sealed to them, and a grant of each key to every holder. The
 * keys are gone afterwards. What was sealed elsewhere is filed as it is, so that nobody sees later
 * which of the two it was.
 */
@ApplicationScoped
public class Filing {
    private final Contents contents;
    private final Trail trail;
    private final Targets targets;
    private final Summons summons;
    private final Recipient recovery;

    Filing(Contents contents, Trail trail, Targets targets, Summons summons, StaffConfig staff) {
        this.contents = contents;
        this.trail = trail;
        this.targets = targets;
        this.summons = summons;
        this.recovery = Recipient.parse(staff.recoveryRecipient());
    }

    /** Files the report within the transaction that keeps its receipt's answer. */
    @Transactional(TxType.MANDATORY)
    public Report file(Draft draft, DerivedIdentity reporter) {
        return file(UUID.randomUUID(), draft, reporter);
    }

    @Transactional(TxType.MANDATORY)
    Report file(UUID id, Draft draft, DerivedIdentity reporter) {
        return enter(sealed(id, draft, reporter));
    }

    /**
     * Files what is sealed already, once: whoever sends the same again meets the report that they
     * made, also after taking it back.
     *
     * @throws Refusal where an id or the receipt belongs to something else
     */
    @Transactional(TxType.MANDATORY)
    public Report fileOnce(SealedDraft draft) {
        Report.lockLookup(draft.lookup());
        Optional<Report> known = Report.byId(draft.id());
        if (known.isPresent()) {
            requireSame(known.get(), draft);
            return known.get();
        }
        boolean taken =
                Report.lockedByLookup(draft.lookup()).isPresent()
                        || pieces(draft).stream().anyMatch(piece -> Part.exists(piece.id()));
        if (taken) {
            throw new Refusal(Problem.CONFLICT);
        }
        return enter(draft);
    }

    private static void requireSame(Report known, SealedDraft draft) {
        byte[] lookup = known.lookup;
        boolean same =
                lookup == null
                        || (Digests.constantTimeEquals(lookup, draft.lookup()) && keeps(draft));
        if (!same) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    private static boolean keeps(SealedDraft draft) {
        return Part.of(draft.id()).stream()
                .anyMatch(
                        part ->
                                part.id.equals(draft.account().id())
                                        && Digests.constantTimeEquals(
                                                part.sealed, draft.account().sealed()));
    }

    private SealedDraft sealed(UUID id, Draft draft, DerivedIdentity reporter) {
        try (Identity account = Identity.generate();
                Identity relatives = Identity.generate()) {
            List<SealedDraft.Lock> locks = new ArrayList<>();
            Recipient mine = reporter.identity().recipient();
            locks.add(lock(id, Grant.REPORTER, account, relatives, mine));
            locks.add(lock(id, Grant.RECOVERY, account, relatives, recovery));
            for (Member holder : draft.holders()) {
                locks.add(lock(id, holder.id, account, relatives, holder.sealTo()));
            }
            return new SealedDraft(
                    id,
                    Digests.sha256(reporter.lookupId()),
                    draft.reference(),
                    draft.receivedHour(),
                    draft.account().language(),
                    draft.desk(),
                    draft.country(),
                    draft.triage().band(),
                    draft.status(),
                    piece(id, PartKind.ACCOUNT, draft.account(), account),
                    piece(id, PartKind.TRIAGE, draft.triage(), account),
                    piece(id, PartKind.CONSENT, draft.consent(), account),
                    draft.relatives() == null
                            ? null
                            : piece(id, PartKind.RELATIVES, draft.relatives(), relatives),
                    locks);
        }
    }

    private SealedDraft.Piece piece(UUID report, PartKind kind, Object content, Identity key) {
        UUID id = UUID.randomUUID();
        return new SealedDraft.Piece(
                id, contents.seal(Part.place(report, id, kind), content, key.recipient()));
    }

    private static SealedDraft.Lock lock(
            UUID report, UUID holder, Identity account, Identity relatives, Recipient to) {
        return new SealedDraft.Lock(
                holder,
                Grant.seal(report, Compartment.ACCOUNT, holder, account, to).sealed,
                Grant.seal(report, Compartment.RELATIVES, holder, relatives, to).sealed);
    }

    private Report enter(SealedDraft draft) {
        Report report = row(draft);
        report.persist();
        for (SealedDraft.Lock lock : draft.locks()) {
            Grant.of(draft.id(), Compartment.ACCOUNT, lock.holder(), lock.account()).persist();
            Grant.of(draft.id(), Compartment.RELATIVES, lock.holder(), lock.relatives()).persist();
        }
        List<Part> parts = new ArrayList<>();
        parts.add(part(draft, PartKind.ACCOUNT, draft.account()));
        parts.add(part(draft, PartKind.TRIAGE, draft.triage()));
        parts.add(part(draft, PartKind.CONSENT, draft.consent()));
        Happening received = Happening.of(Act.REPORT_RECEIVED, Actor.reporter()).about(report.id);
        SealedDraft.@Nullable Piece relatives = draft.relatives();
        if (relatives != null) {
            Part part = part(draft, PartKind.RELATIVES, relatives);
            parts.add(part);
            // The others must be there anyway; of this one only the log knows.
            received = received.sealing(part.id, part.version);
        }
        report.sizeClass = SizeClass.of(parts.stream().mapToLong(part -> part.sealed.length).sum());
        Part.persist(parts);
        trail.record(received.saying(Floors.digest(parts)));
        if (report.status == Status.QUARANTINED) {
            trail.record(
                    Happening.of(Act.STATUS_CHANGED, Actor.system())
                            .about(report.id)
                            .saying(Status.NEW + " to " + Status.QUARANTINED));
        }
        summons.arrived(draft);
        return report;
    }

    private Report row(SealedDraft draft) {
        Report report = new Report();
        report.id = draft.id();
        report.lookup = draft.lookup();
        report.reference = draft.reference();
        report.receivedHour = draft.receivedHour();
        report.touchedHour = report.receivedHour;
        report.language = draft.language();
        report.desk = draft.desk();
        report.country = draft.country();
        report.band = draft.band();
        report.status = draft.status();
        report.sizeClass = SizeClass.S;
        report.unread = true;
        report.dueAt = targets.first(report.desk, report.band, report.receivedHour);
        report.remember(KdfParameters.RECEIPT);
        return report;
    }

    private static Part part(SealedDraft draft, PartKind kind, SealedDraft.Piece piece) {
        Part part = Part.placed(draft.id(), piece.id(), 1, kind, draft.receivedHour());
        part.sealed = piece.sealed();
        return part;
    }

    private static List<SealedDraft.Piece> pieces(SealedDraft draft) {
        List<SealedDraft.Piece> pieces =
                new ArrayList<>(List.of(draft.account(), draft.triage(), draft.consent()));
        if (draft.relatives() != null) {
            pieces.add(draft.relatives());
        }
        return pieces;
    }
}
