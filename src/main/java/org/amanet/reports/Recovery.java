package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.RecoveryFile;
import org.amanet.sealing.SealBroken;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/**
 * What nobody can open any more comes back by the recovery key, which never comes here: two leads
 * decide, a file goes to the machine that is offline, and another one comes back.
 */
@ApplicationScoped
public class Recovery {
    /** As many as fit into one request on their way back. */
    private static final int REPORTS_A_FILE = 200;

    private final Vouchings vouchings;
    private final Passing passing;
    private final Ceremonies ceremonies;
    private final Desks desks;
    private final Trail trail;
    private final Clock clock;

    Recovery(
            Vouchings vouchings,
            Passing passing,
            Ceremonies ceremonies,
            Desks desks,
            Trail trail,
            Clock clock) {
        this.vouchings = vouchings;
        this.passing = passing;
        this.ceremonies = ceremonies;
        this.desks = desks;
        this.trail = trail;
        this.clock = clock;
    }

    /** A lead asks for it. */
    @Transactional
    public UUID ask(Member by, UUID recipient, CeremonyReason reason) {
        requireLead(by);
        Member subject =
                Member.byId(recipient)
                        .filter(member -> member.role != Role.INVESTIGATOR)
                        .filter(vouchings::hold)
                        .orElseThrow(Recovery::unknown);
        return begun(Ceremony.of(CeremonyKind.RECOVERY, subject.id, by.id, now()), by, reason);
    }

    /** A lead asks for a drill, with one report that they can open, to their own key. */
    @Transactional
    public UUID askDrill(Member by, String reference) {
        requireLead(by);
        UUID report =
                Report.byReference(reference)
                        .filter(id -> Grant.held(id, Compartment.ACCOUNT, by.id).isPresent())
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        Ceremony drill = Ceremony.of(CeremonyKind.DRILL, by.id, by.id, now());
        UUID id = begun(drill, by, CeremonyReason.EXERCISE);
        CeremonyReport.waitFor(id, report);
        return id;
    }

    private UUID begun(Ceremony ceremony, Member by, CeremonyReason reason) {
        if (!Ceremony.open(ceremony.subject, ceremony.kind).isEmpty()) {
            throw new Refusal(Problem.CONFLICT);
        }
        ceremony.stage = CeremonyStage.ASKED;
        ceremony.reason = reason;
        ceremony.persist();
        tell(Act.CEREMONY_BEGUN, by, ceremony, " " + reason);
        return ceremony.id;
    }

    /** Another lead agrees. What waits is then decided. */
    @Transactional
    public void approve(UUID id, Member by) {
        requireLead(by);
        Ceremony ceremony =
                Ceremony.byId(id)
                        .filter(one -> one.stage == CeremonyStage.ASKED)
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (ceremony.begunBy.equals(by.id)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
        ceremony.stage = CeremonyStage.RUNNING;
        ceremony.approvedBy = by.id;
        if (ceremony.kind == CeremonyKind.RECOVERY) {
            waitFor(ceremony, Member.byId(ceremony.subject).orElseThrow());
        }
        tell(Act.CEREMONY_APPROVED, by, ceremony, "");
    }

    /** What the subject held and nobody has given back; and for a lead what nobody can open. */
    private void waitFor(Ceremony ceremony, Member subject) {
        for (Ceremony lost : Ceremony.open(subject.id, CeremonyKind.RESTORATION)) {
            CeremonyReport.waitForRestOf(ceremony.id, lost.id);
        }
        if (subject.role == Role.LEAD && subject.desk != null) {
            List<UUID> holders =
                    desks.all().stream()
                            .flatMap(desk -> vouchings.peopleOf(desk).stream())
                            .map(member -> member.id)
                            .toList();
            CeremonyReport.waitForHeldByNobody(ceremony.id, subject.desk, holders);
        }
    }

    /** What goes to the machine with the recovery key: sealed to it, and who receives. */
    @Transactional
    public String file(UUID id, Member by) {
        requireLead(by);
        Ceremony ceremony = running(id);
        Member subject = subject(ceremony);
        List<RecoveryFile.Voucher> vouchers =
                vouchings.linesOf(List.of(subject)).stream()
                        .map(
                                line ->
                                        new RecoveryFile.Voucher(
                                                line.voucher(), line.statement(), line.signature()))
                        .toList();
        List<RecoveryFile.Lock> locks = new ArrayList<>();
        for (UUID report : CeremonyReport.waiting(id, REPORTS_A_FILE)) {
            for (Compartment compartment : Compartment.values()) {
                Grant.held(report, compartment, Grant.RECOVERY)
                        .map(one -> new RecoveryFile.Lock(report, compartment.name(), one.sealed))
                        .ifPresent(locks::add);
            }
        }
        tell(Act.CEREMONY_FILE_TAKEN, by, ceremony, "");
        return new RecoveryFile(
                        id, ceremony.kind.name(), subject.id, subject.recipient, vouchers, locks)
                .text();
    }

    /**
     * What came back: each report is put in place by itself, where it still waits.
     *
     * @throws Refusal where the recovery key did not sign it, or it is for another ceremony or key
     */
    public void put(UUID id, Member by, OpenedVault vault, String text) {
        requireLead(by);
        Ceremony ceremony = running(id);
        if (ceremony.kind == CeremonyKind.DRILL && !by.id.equals(ceremony.subject)) {
            throw new Refusal(Problem.FORBIDDEN); // only they can see whether it opens
        }
        Member subject = subject(ceremony);
        RecoveryFile.Returned returned = returned(text);
        boolean fits =
                returned.ceremony().equals(id)
                        && returned.member().equals(subject.id)
                        && returned.recipient().equals(subject.recipient)
                        && vouchings.isSignedByRoot(returned.signed(), returned.signature());
        if (!fits) {
            throw unreadable();
        }
        for (UUID report : CeremonyReport.waiting(id, REPORTS_A_FILE)) {
            Optional<byte[]> account = returned.lock(report, Compartment.ACCOUNT.name());
            Optional<byte[]> relatives = returned.lock(report, Compartment.RELATIVES.name());
            if (account.isPresent() && relatives.isPresent()) {
                Passing.Locks locks = new Passing.Locks(account.get(), relatives.get());
                passing.put(ceremony, report, by, vault, locks);
            }
        }
        ceremonies.settle(id, by);
        for (Ceremony lost : Ceremony.open(subject.id, CeremonyKind.RESTORATION)) {
            ceremonies.settle(lost.id, by);
        }
    }

    private static RecoveryFile.Returned returned(String text) {
        try {
            return RecoveryFile.Returned.read(text);
        } catch (SealBroken | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal(Problem.INVALID_REQUEST, new Fault("/file", "unknown"));
    }

    private static Refusal unknown() {
        return new Refusal(Problem.INVALID_REQUEST, new Fault("/subject", "unknown"));
    }

    private static Ceremony running(UUID id) {
        Ceremony ceremony = Ceremonies.running(id);
        if (!ceremony.kind.isOffline()) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        return ceremony;
    }

    private Member subject(Ceremony ceremony) {
        Member subject = Member.byId(ceremony.subject).orElseThrow();
        vouchings.require(subject);
        return subject;
    }

    private void requireLead(Member by) {
        vouchings.require(by);
        if (by.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
    }

    /** When a drill was last done. */
    public Optional<Instant> lastDrill() {
        return Ceremony.lastDrill();
    }

    private void tell(Act act, Member by, Ceremony ceremony, String more) {
        trail.record(
                Happening.of(act, by.actor())
                        .touching(ceremony.subject)
                        .saying(ceremony.kind.name() + more));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
