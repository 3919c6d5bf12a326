package org.amanet.reports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Member;

/**
 * How many different reports a member reads. Reading is seeing content: the case, its files, what
 * lies under the second lock. What is done to many at once without showing them does not count, nor
 * does the same report again in the same hour.
 */
@ApplicationScoped
public class Pace {
    private static final int DAY_HOURS = 24;

    private static final String COUNTED =
            """
            select count(distinct report) filter (where hour = :hour and report <> :report),
                   count(distinct report) filter (where report <> :report),
                   coalesce(bool_or(hour = :hour and report = :report), false)
              from reading where member = :member and hour > :day
            """;

    private final EntityManager entities;
    private final ReadingConfig most;
    private final Trail trail;
    private final Clock clock;

    Pace(EntityManager entities, ReadingConfig most, Trail trail, Clock clock) {
        this.entities = entities;
        this.most = most;
        this.trail = trail;
        this.clock = clock;
    }

    private enum Verdict {
        GO_ON,
        STOP
    }

    /**
     * Counts a report that is about to be read, where it is this member's to read; of several
     * servers each sees what the others counted.
     *
     * @throws Refusal where it is one too many, until the hour is over
     */
    public void require(UUID report, Member member) {
        if (QuarkusTransaction.requiringNew().call(() -> count(report, member)) == Verdict.STOP) {
            Instant now = clock.instant();
            Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            throw new Refusal(Problem.READING_TOO_MUCH, Duration.between(now, next));
        }
    }

    private Verdict count(UUID report, Member member) {
        if (Grant.held(report, Compartment.ACCOUNT, member.id).isEmpty()) {
            return Verdict.GO_ON; // not theirs: whoever opens says so
        }
        // One at a time for each person, or two at once would both be the last.
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, member.id.getMostSignificantBits())
                .getSingleResult();
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Tuple counted = counted(report, member, hour);
        if (counted.get(2, Boolean.class)) {
            return Verdict.GO_ON;
        }
        long inHour = counted.get(0, Long.class) + 1;
        long inDay = counted.get(1, Long.class) + 1;
        if (inHour > most.hourMost() || inDay > most.dayMost()) {
            record(Act.READING_STOPPED, member, inHour, inDay);
            return Verdict.STOP;
        }
        if (inHour == most.hourAlarm() + 1 || inDay == most.dayAlarm() + 1) {
            record(Act.READING_FAST, member, inHour, inDay);
        }
        entities.createNativeQuery("insert into reading (member, hour, report) values (?1, ?2, ?3)")
                .setParameter(1, member.id)
                .setParameter(2, hour)
                .setParameter(3, report)
                .executeUpdate();
        return Verdict.GO_ON;
    }

    private Tuple counted(UUID report, Member member, Instant hour) {
        return (Tuple)
                entities.createNativeQuery(COUNTED, Tuple.class)
                        .setParameter("hour", hour)
                        .setParameter("report", report)
                        .setParameter("member", member.id)
                        .setParameter("day", hour.minus(DAY_HOURS, ChronoUnit.HOURS))
                        .getSingleResult();
    }

    private void record(Act act, Member member, long inHour, long inDay) {
        trail.record(Happening.of(act, member.actor()).saying("hour=" + inHour + " day=" + inDay));
    }

    /** Lets a member go on as if nothing had been read. */
    @Transactional
    public void release(UUID member, Actor by) {
        entities.createNativeQuery("delete from reading where member = ?1")
                .setParameter(1, member)
                .executeUpdate();
        trail.record(Happening.of(Act.READING_RELEASED, by).touching(member));
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        entities.createNativeQuery("delete from reading where hour <= ?1")
                .setParameter(1, clock.instant().minus(DAY_HOURS + 1, ChronoUnit.HOURS))
                .executeUpdate();
    }
}
