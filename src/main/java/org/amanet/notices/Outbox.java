package org.amanet.notices;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, one after the other, each in a transaction of its own: a row that one server
 * is at work on is skipped by the others, and one that it did not finish is there for the next. A
 * way that is not open is tried again, later and later.
 */
@ApplicationScoped
class Outbox {
    private static final int AT_ONCE = 500;
    private static final int FAILURES_MAX = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLED_MAX = 6;

    private static final String DUE =
            """
            select n.member, n.attempts, w.way, w.sealed
              from notice n join notice_wish w on w.member = n.member
             where w.way in (:ways) and n.due_at <= :now and (w.quiet_until is null or w.quiet_until <= :now)
             order by n.due_at limit 1 for update of n skip locked
            """;

    private static final String LATER =
            "update notice set attempts = attempts + 1, due_at = ?2 where member = ?1";

    private static final String SENT =
            """
            with gone as (delete from notice where member = ?1)
            update notice_wish set quiet_until = ?2 where member = ?1
            """;

    private final EntityManager entities;
    private final Ways ways;
    private final NoticeConfig config;
    private final Clock clock;
    private boolean complained;

    Outbox(EntityManager entities, Ways ways, NoticeConfig config, Clock clock) {
        this.entities = entities;
        this.ways = ways;
        this.config = config;
        this.clock = clock;
    }

    private enum Outcome {
        NOTHING_DUE,
        SENT,
        FAILED
    }

    @Scheduled(
            identity = "notices",
            every = "{amanet.notices.look}",
            delayed = "{amanet.notices.look}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        if (ways.usable().isEmpty()) {
            return;
        }
        int failed = 0;
        for (int i = 0; i < AT_ONCE && failed < FAILURES_MAX; i++) {
            switch (QuarkusTransaction.requiringNew().call(this::next)) {
                case NOTHING_DUE -> {
                    return;
                }
                case SENT -> complained = false;
                case FAILED -> failed++;
            }
        }
    }

    /** The row is locked while it is sent and changed only after: who tells more never waits. */
    private Outcome next() {
        Instant now = clock.instant();
        List<?> due =
                entities.createNativeQuery(DUE, Tuple.class)
                        .setParameter("now", now)
                        .setParameter("ways", ways.usable())
                        .getResultList();
        if (due.isEmpty()) {
            return Outcome.NOTHING_DUE;
        }
        Tuple row = (Tuple) due.getFirst();
        UUID member = row.get(0, UUID.class);
        try {
            deliver(member, Way.valueOf(row.get(2, String.class)), row.get(3, byte[].class));
        } catch (Undelivered undelivered) {
            complain(undelivered);
            change(LATER, member, now.plus(pause(row.get(1, Integer.class))));
            return Outcome.FAILED;
        }
        change(SENT, member, now.plus(config.quiet()));
        return Outcome.SENT;
    }

    private void deliver(UUID member, Way way, byte @Nullable [] sealed) throws Undelivered {
        switch (way) {
            case MAIL -> ways.mail(member, sealed);
            case HOOK -> ways.hook(member);
            case NONE -> {}
        }
    }

    private void change(String sql, UUID member, Instant when) {
        entities.createNativeQuery(sql)
                .setParameter(1, member)
                .setParameter(2, when)
                .executeUpdate();
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLED_MAX));
    }

    /** Once, until it works again. */
    private void complain(Undelivered undelivered) {
        if (!complained) {
            complained = true;
            Failures.log("a notice cannot be sent", undelivered);
        }
    }
}
