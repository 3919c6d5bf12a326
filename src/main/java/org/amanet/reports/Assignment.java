package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Chain;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * Who has a report. Giving it makes a grant where there is none, taking it away from a caseworker
 * removes theirs, and somebody can always open it.
 */
@ApplicationScoped
public class Assignment {
    private final Access access;
    private final TwoPeople twoPeople;
    private final Vouchings vouchings;
    private final Chain chain;
    private final Trail trail;
    private final Summons summons;
    private final Clock clock;
    private final Event<ReportSecluded> secluded;

    Assignment(
            Access access,
            TwoPeople twoPeople,
            Vouchings vouchings,
            Chain chain,
            Trail trail,
            Summons summons,
            Clock clock,
            Event<ReportSecluded> secluded) {
        this.access = access;
        this.twoPeople = twoPeople;
        this.vouchings = vouchings;
        this.chain = chain;
        this.trail = trail;
        this.summons = summons;
        this.clock = clock;
        this.secluded = secluded;
    }

    /**
     * To whom.
     *
     * @param member nobody: it only goes away from whoever has it
     * @param checked a lead has made sure that this is nobody whom the reporter described in words
     */
    public record To(@Nullable UUID member, boolean checked) {}

    /**
     * Gives the report to a member of its desk and answers the row as it is then. Leads give to
     * others; caseworkers take what nobody has and give back what is theirs. Nobody gives it to
     * somebody whom the reporter left out or who declared a conflict.
     */
    @Transactional
    public Report assign(OpenedReport opened, long seen, Member by, OpenedVault vault, To to) {
        Report.claim(opened.id(), seen, clock.instant());
        Report row = Report.byId(opened.id()).orElseThrow();
        UUID before = row.assignee;
        UUID member = to.member();
        requireMayDecide(by, before, member);
        Happening assigned = Happening.of(Act.REPORT_ASSIGNED, by.actor()).about(row.id);
        if (member != null) {
            give(opened, by, vault, colleague(opened, member), to.checked());
            assigned = assigned.touching(member);
            summons.given(member, by);
        }
        trail.record(assigned);
        row.assign(member);
        if (before != null && !before.equals(member)) {
            takeFrom(before, row, by);
        }
        return row;
    }

    /** A member gives up their own grant at once: they know somebody in it, or are known. */
    @Transactional
    public void recuse(OpenedReport opened, Member by) {
        Report row = Report.touched(opened.id(), clock.instant());
        trail.record(Happening.of(Act.CONFLICT_DECLARED, by.actor()).about(row.id));
        if (by.id.equals(row.assignee)) {
            row.assign(null);
        }
        secluded.fire(new ReportSecluded(row.id));
        remove(row, by.id, by);
    }

    private static void requireMayDecide(Member by, @Nullable UUID before, @Nullable UUID to) {
        boolean own = by.id.equals(before) || before == null;
        boolean toSelf = to == null || by.id.equals(to);
        if (by.role != Role.LEAD && !(own && toSelf)) {
            throw new Refusal(Problem.FORBIDDEN);
        }
    }

    private void give(
            OpenedReport opened, Member by, OpenedVault vault, Member to, boolean checked) {
        if (opened.excluded().contains(to.id) || hasConflict(chain, opened, to)) {
            throw new Refusal(Problem.MEMBER_EXCLUDED);
        }
        vouchings.require(to);
        if (Grant.held(opened.id(), Compartment.ACCOUNT, to.id).isEmpty()) {
            if (isGuarded(opened) && !checked) {
                throw new Refusal(Problem.EXCLUSION_UNCHECKED);
            }
            grant(opened, by, vault, to);
        }
    }

    /** Whether this member may be given the report without anybody looking at it first. */
    boolean allows(OpenedReport opened, Member to) {
        boolean lead = to.role == Role.LEAD;
        return to.role != Role.INVESTIGATOR
                && opened.report().desk.equals(to.desk)
                && (lead || !isGuarded(opened))
                && !opened.excluded().contains(to.id)
                && !hasConflict(chain, opened, to)
                && vouchings.hold(to);
    }

    /** Whether somebody else whom somebody stands for could open it. */
    boolean isHeldBeside(UUID report, UUID holder) {
        long others =
                Grant.holders(report).stream()
                        .filter(other -> !other.equals(holder))
                        .filter(other -> Member.byId(other).filter(vouchings::hold).isPresent())
                        .count();
        return others >= Report.byId(report).map(Report::holdersLeast).orElse(1);
    }

    /** Words cannot be matched to a key: a lead has to say that they looked. */
    static boolean isGuarded(OpenedReport opened) {
        return opened.account().insider()
                || !opened.excludedInWords().isEmpty()
                || opened.unreadable().contains(PartKind.ACCOUNT);
    }

    private static Member colleague(OpenedReport opened, UUID id) {
        return Member.byId(id)
                .filter(member -> member.role != Role.INVESTIGATOR)
                .filter(member -> opened.report().desk.equals(member.desk))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Problem.INVALID_REQUEST, new Fault("/member", "unknown")));
    }

    static boolean hasConflict(Chain chain, OpenedReport opened, Member member) {
        return chain.about(opened.id()).stream()
                .map(entry -> entry.happening())
                .anyMatch(
                        what ->
                                what.act() == Act.CONFLICT_DECLARED
                                        && member.id.equals(what.actor().id()));
    }

    void grant(OpenedReport opened, Member by, OpenedVault vault, Member to) {
        for (Compartment compartment : Compartment.values()) {
            try (Identity key = access.keyOf(opened.id(), compartment, by, vault)) {
                if (opened.report().twoPeople) {
                    twoPeople.admit(opened, compartment, key, to);
                } else {
                    Grant.seal(opened.id(), compartment, to.id, key, to.sealTo()).persist();
                }
            }
        }
        trail.record(Happening.of(Act.GRANT_MADE, by.actor()).about(opened.id()).touching(to.id));
    }

    private void takeFrom(UUID before, Report row, Member by) {
        boolean caseworker = Member.byId(before).map(m -> m.role == Role.CASEWORKER).orElse(false);
        if (caseworker) {
            remove(row, before, by);
        }
    }

    private void remove(Report row, UUID holder, Member by) {
        if (!isHeldBeside(row.id, holder)) {
            throw new Refusal(Problem.LAST_HOLDER);
        }
        Report.flush(); // whoever gives up their own grant writes nothing more of it after that
        Grant.remove(row.id, holder);
        trail.record(Happening.of(Act.GRANT_REMOVED, by.actor()).about(row.id).touching(holder));
    }
}
