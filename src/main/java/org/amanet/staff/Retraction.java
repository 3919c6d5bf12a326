package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/**
 * Nobody stands for a member's key any more. From then on it opens nothing, here or in another
 * session, and it is never stood for again; the log alone decides, so that a row put back into the
 * database changes nothing.
 */
@ApplicationScoped
public class Retraction {
    private final Vouchings vouchings;
    private final Chain chain;
    private final Trail trail;
    private final Clock clock;

    Retraction(Vouchings vouchings, Chain chain, Trail trail, Clock clock) {
        this.vouchings = vouchings;
        this.chain = chain;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A lead takes it back. For a lead it takes two: the first only asks.
     *
     * @return whether it is done
     */
    @Transactional
    boolean withdraw(Member lead, UUID whom) {
        vouchings.require(lead);
        Member member = Vouchings.member(whom);
        Vouchings.requireAnother(lead, member);
        if (member.role == Role.LEAD && !isAskedByAnother(lead, member)) {
            if (askers(member).stream().noneMatch(lead.id::equals)) {
                trail.record(happening(Act.VOUCHING_WITHDRAWAL_ASKED, lead.actor(), member));
            }
            return false;
        }
        end(member, lead.actor());
        return true;
    }

    /** The root takes it back; its signature was made offline over {@link #statement}. */
    @Transactional
    void withdrawByRoot(Member by, UUID whom, byte[] signature) {
        Member member = Vouchings.member(whom);
        if (!vouchings.isSignedByRoot(statement(member), signature)) {
            throw new Refusal(Problem.NOT_VOUCHED);
        }
        end(member, by.actor());
    }

    /** What the root signs. */
    static String statement(Member member) {
        return "amanet-withdrawal-v1 member=" + member.id + " recipient=" + member.recipient;
    }

    /** Whether a lead has asked for it, who may not be the one to confirm it. */
    boolean isAsked(Member member) {
        return !askers(member).isEmpty();
    }

    private boolean isAskedByAnother(Member lead, Member member) {
        return askers(member).stream()
                .filter(other -> !other.equals(lead.id) && !other.equals(member.id))
                .anyMatch(other -> Member.byId(other).filter(vouchings::hold).isPresent());
    }

    private List<UUID> askers(Member member) {
        return chain.withdrawalsOf(member.id).stream()
                .map(Entry::happening)
                .filter(what -> what.act() == Act.VOUCHING_WITHDRAWAL_ASKED)
                .filter(what -> what.detail().equals(Vouchings.keyOf(member)))
                .map(what -> what.actor().id())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Ends it within the transaction of whoever decided so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Member member, Actor by) {
        if (vouchings.isWithdrawn(member)) {
            return;
        }
        Vouching vouching = Vouching.forMember(member.id);
        if (vouching != null) {
            vouching.delete();
        }
        NextKey.drop(member.id);
        member.duty = false;
        member.sessionsSince = clock.instant().truncatedTo(ChronoUnit.MICROS);
        trail.record(happening(Act.VOUCHING_WITHDRAWN, by, member));
    }

    private static Happening happening(Act act, Actor by, Member member) {
        return Happening.of(act, by).touching(member.id).saying(Vouchings.keyOf(member));
    }
}
