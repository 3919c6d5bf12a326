package org.amanet.reports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;

/**
 * Tells of deadlines that draw near or are over, each step once, however many servers look: a row
 * that one of them moves on is skipped by the others. What is put aside, closed or withdrawn waits
 * for nobody.
 */
@ApplicationScoped
class Escalation {
    private static final int AT_ONCE = 100;

    private static final String MOVE_ON =
            """
            with late as (
                select id, stage as before, deadline_stage(due_from, due_at, :now) as after from report
                 where stage_until <= :now and status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN')
                 order by stage_until limit :most for update skip locked)
            update report r set stage = late.after,
                   stage_until = deadline_stage_until(r.due_from, r.due_at, late.after)
              from late where r.id = late.id
            returning r.id, late.before, late.after
            """;

    private final EntityManager entities;
    private final Trail trail;
    private final Summons summons;
    private final Clock clock;

    Escalation(EntityManager entities, Trail trail, Summons summons, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.summons = summons;
        this.clock = clock;
    }

    @Scheduled(
            identity = "deadlines",
            every = "${amanet.reports.deadlines:60s}",
            delayed = "${amanet.reports.deadlines:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (QuarkusTransaction.requiringNew().call(this::moveOn) == AT_ONCE) {
            // the next ones
        }
    }

    @SuppressWarnings("unchecked")
    private int moveOn() {
        List<Tuple> moved =
                entities.createNativeQuery(MOVE_ON, Tuple.class)
                        .setParameter("now", clock.instant())
                        .setParameter("most", AT_ONCE)
                        .getResultList();
        for (Tuple row : moved) {
            trail.record(
                    Happening.of(Act.DEADLINE_ESCALATED, Actor.system())
                            .about(row.get(0, UUID.class))
                            .saying(row.get(1) + " to " + row.get(2)));
            summons.late(row.get(0, UUID.class), Stage.valueOf(row.get(2, String.class)));
        }
        return moved.size();
    }
}
