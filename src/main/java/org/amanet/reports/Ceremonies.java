package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import org.amanet.sealing.SealBroken;
import org.amanet.staff.KeyChanged;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vaults;
import org.amanet.staff.Vouchings;

/**
 * Grants that pass to another key or to other people, in steps. Each report is a transaction of its
 * own; whoever is cut off goes on where they were.
 */
@ApplicationScoped
public class Ceremonies {
    private final Passing passing;
    private final Assignment assignment;
    private final Vouchings vouchings;
    private final Vaults vaults;
    private final CeremonyConfig config;
    private final Trail trail;
    private final Clock clock;

    Ceremonies(
            Passing passing,
            Assignment assignment,
            Vouchings vouchings,
            Vaults vaults,
            CeremonyConfig config,
            Trail trail,
            Clock clock) {
        this.passing = passing;
        this.assignment = assignment;
        this.vouchings = vouchings;
        this.vaults = vaults;
        this.config = config;
        this.trail = trail;
        this.clock = clock;
    }

    /** Another key: what was sealed to the old one waits. */
    @Transactional(TxType.MANDATORY)
    void begin(@Observes KeyChanged changed) {
        UUID member = changed.member();
        boolean rotated = changed.reason() == KeyChanged.Reason.ROTATED;
        Ceremony ceremony =
                Ceremony.of(
                        rotated ? CeremonyKind.ROTATION : CeremonyKind.RESTORATION,
                        member,
                        member,
                        now());
        ceremony.persist();
        CeremonyReport.waitForAllOf(ceremony.id, member);
        if (!rotated) {
            // Nobody has the key any more: what is sealed to it opens for nobody.
            Grant.removeAllOf(member);
            Ceremony.open(member, CeremonyKind.RESTORATION).stream()
                    .filter(other -> !other.id.equals(ceremony.id))
                    .forEach(other -> takePlaceOf(other, ceremony));
            Ceremony.open(member, CeremonyKind.ROTATION)
                    .forEach(other -> other.end(CeremonyStage.STOPPED, now()));
        }
        tell(Act.CEREMONY_BEGUN, Member.byId(member).orElseThrow(), ceremony);
    }

    private void takePlaceOf(Ceremony other, Ceremony ceremony) {
        CeremonyReport.waitForRestOf(ceremony.id, other.id);
        other.end(CeremonyStage.STOPPED, now());
    }

    /**
     * The recovery key is another one by configuration, on every server: each report gets a grant
     * of the new one from whoever can open it. The old ones stay until none is missing.
     */
    @Transactional
    public UUID beginRecoveryKey(Member by) {
        vouchings.require(by);
        if (by.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        if (Ceremony.open().stream().anyMatch(one -> one.kind == CeremonyKind.RECOVERY_KEY)) {
            throw new Refusal(Problem.CONFLICT);
        }
        Ceremony ceremony = Ceremony.of(CeremonyKind.RECOVERY_KEY, by.id, by.id, now());
        ceremony.persist();
        CeremonyReport.waitForAllOf(ceremony.id, Grant.RECOVERY);
        tell(Act.CEREMONY_BEGUN, by, ceremony);
        return ceremony.id;
    }

    /** Passes on some of what this member can open, and ends what has nothing left. */
    public void step(UUID id, Member by, OpenedVault vault) {
        vouchings.require(by);
        Ceremony ceremony = running(id);
        boolean own = ceremony.subject.equals(by.id);
        if (ceremony.kind == CeremonyKind.ROTATION && !own) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        for (UUID report : CeremonyReport.next(id, by.id, config.step())) {
            try {
                pass(ceremony, report, by, vault);
            } catch (SealBroken | Refusal cannot) {
                passing.leave(id, report);
            }
        }
    }

    private void pass(Ceremony ceremony, UUID report, Member by, OpenedVault vault) {
        switch (ceremony.kind) {
            case ROTATION -> passing.renew(ceremony.id, report, by, vault);
            case RESTORATION -> passing.giveBack(ceremony, report, by, vault);
            case DEPARTURE -> passing.handOver(ceremony, report, by, vault);
            case RECOVERY_KEY -> passing.sealForRecovery(ceremony.id, report, by, vault);
            case RECOVERY, DRILL -> throw new Refusal(Problem.ILLEGAL_TRANSITION);
        }
    }

    /** Ends what has nothing left to do, after a look at what came meanwhile. */
    @Transactional
    public void settle(UUID id, Member by) {
        Ceremony ceremony = running(id);
        boolean own =
                ceremony.kind == CeremonyKind.ROTATION || ceremony.kind == CeremonyKind.DEPARTURE;
        if (own) {
            CeremonyReport.waitForAllOf(id, ceremony.subject);
        }
        CeremonyReport.skipGone(id, own ? ceremony.subject : Grant.RECOVERY);
        if (isOver(ceremony) && ceremony.kind != CeremonyKind.DEPARTURE) {
            if (ceremony.kind == CeremonyKind.ROTATION) {
                vaults.forgetKeyOfBefore(ceremony.subject);
            }
            if (ceremony.kind == CeremonyKind.RECOVERY_KEY) {
                Grant.removeAllOf(Grant.FORMER_RECOVERY);
            }
            ceremony.end(CeremonyStage.ENDED, now());
            tell(Act.CEREMONY_ENDED, by, ceremony);
        }
    }

    /** A key of before is kept as long as anything could not be sealed anew. */
    private static boolean isOver(Ceremony ceremony) {
        boolean mayLeave = ceremony.kind != CeremonyKind.ROTATION;
        return CeremonyReport.count(ceremony.id, CeremonyReport.State.WAITING) == 0
                && (mayLeave || CeremonyReport.count(ceremony.id, CeremonyReport.State.LEFT) == 0);
    }

    /** How far it is, for those whom it concerns. */
    @Transactional
    public CeremonyProgress progress(UUID id, Member asker) {
        return Ceremony.byId(id)
                .map(ceremony -> CeremonyProgress.of(ceremony, asker))
                .filter(progress -> progress.concerns(asker))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** The same for whoever has just done something about it, though nothing is left for them. */
    @Transactional
    public CeremonyProgress outcome(UUID id, Member asker) {
        return Ceremony.byId(id)
                .map(ceremony -> CeremonyProgress.of(ceremony, asker))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** Those that are not over and concern this member, the oldest first. */
    @Transactional
    public List<CeremonyProgress> open(Member asker) {
        return Ceremony.open().stream()
                .map(ceremony -> CeremonyProgress.of(ceremony, asker))
                .filter(progress -> progress.concerns(asker))
                .toList();
    }

    /** Which of what waits only the subject could open, for the subject alone. */
    public List<String> onlyTheirs(UUID id, Member subject) {
        Ceremony ceremony = running(id);
        return ceremony.subject.equals(subject.id)
                ? CeremonyReport.waiting(id, Integer.MAX_VALUE).stream()
                        .filter(report -> !assignment.isHeldBeside(report, subject.id))
                        .flatMap(report -> Report.byId(report).stream())
                        .map(report -> report.reference)
                        .toList()
                : List.of();
    }

    static Ceremony running(UUID id) {
        return Ceremony.byId(id)
                .filter(ceremony -> ceremony.stage == CeremonyStage.RUNNING)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    void tell(Act act, Member by, Ceremony ceremony) {
        trail.record(
                Happening.of(act, by.actor())
                        .touching(ceremony.subject)
                        .saying(ceremony.kind.name()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
