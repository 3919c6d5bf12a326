package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Member;
import org.amanet.staff.Retraction;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/** Somebody leaves: how it begins and ends; what is passed on in between is a ceremony's work. */
@ApplicationScoped
public class Departure {
    private final Ceremonies ceremonies;
    private final Vouchings vouchings;
    private final Retraction retraction;
    private final Event<MemberLeft> left;
    private final Trail trail;

    Departure(
            Ceremonies ceremonies,
            Vouchings vouchings,
            Retraction retraction,
            Event<MemberLeft> left,
            Trail trail) {
        this.ceremonies = ceremonies;
        this.vouchings = vouchings;
        this.retraction = retraction;
        this.left = left;
        this.trail = trail;
    }

    /**
     * Somebody leaves: they say so themselves, or a lead does. A lead leaves by their own word, or
     * when nobody stands for them any more.
     */
    @Transactional
    public UUID depart(Member by, UUID whom, @Nullable UUID successor) {
        Member subject = Member.byId(whom).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        boolean own = by.id.equals(whom);
        boolean byLead = by.role == Role.LEAD && by.desk != null && by.desk.equals(subject.desk);
        boolean leadAgainstTheirWill = subject.role == Role.LEAD && vouchings.hold(subject);
        if (!own && (!byLead || leadAgainstTheirWill)) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        if (successor != null) {
            requireColleague(subject, successor);
        }
        if (!Ceremony.open(whom, CeremonyKind.DEPARTURE).isEmpty()) {
            throw new Refusal(Problem.CONFLICT);
        }
        Ceremony ceremony = Ceremony.of(CeremonyKind.DEPARTURE, whom, by.id, ceremonies.now());
        ceremony.successor = successor;
        ceremony.persist();
        CeremonyReport.waitForAllOf(ceremony.id, whom);
        ceremonies.tell(Act.CEREMONY_BEGUN, by, ceremony);
        return ceremony.id;
    }

    private void requireColleague(Member subject, UUID successor) {
        boolean fits =
                Member.byId(successor)
                        .filter(one -> !one.id.equals(subject.id))
                        .filter(one -> one.desk != null && one.desk.equals(subject.desk))
                        .filter(vouchings::hold)
                        .isPresent();
        if (!fits) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/successor", "unknown"));
        }
    }

    /**
     * Ends a departure: grants, duty, assignments and key. A lead does it who is another.
     *
     * @param leaving whether what only the leaver can open may be left with the recovery key
     */
    @Transactional
    public void end(UUID id, Member by, boolean leaving) {
        vouchings.require(by);
        Ceremony ceremony = Ceremonies.running(id);
        if (ceremony.kind != CeremonyKind.DEPARTURE || by.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        if (by.id.equals(ceremony.subject)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
        CeremonyReport.waitForAllOf(id, ceremony.subject);
        CeremonyReport.skipGone(id, ceremony.subject);
        List<UUID> kept = Grant.heldBy(ceremony.subject);
        if (!kept.isEmpty() && !leaving) {
            throw new Refusal(Problem.LAST_HOLDER);
        }
        Member subject = Member.byId(ceremony.subject).orElseThrow();
        kept.forEach(report -> takeFrom(subject, report, by));
        Report.withNobody(subject.id);
        retraction.end(subject, by.actor());
        left.fire(new MemberLeft(subject.id));
        ceremony.end(CeremonyStage.ENDED, ceremonies.now());
        trail.record(
                Happening.of(Act.MEMBER_LEFT, by.actor())
                        .touching(subject.id)
                        .saying("left=" + kept.size()));
        ceremonies.tell(Act.CEREMONY_ENDED, by, ceremony);
    }

    private void takeFrom(Member subject, UUID report, Member by) {
        Grant.remove(report, subject.id);
        trail.record(
                Happening.of(Act.GRANT_REMOVED, by.actor()).about(report).touching(subject.id));
    }
}
