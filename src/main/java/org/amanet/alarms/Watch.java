package org.amanet.alarms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.amanet.audit.Following;

/**
 * Looks through the log for what leads have to know, each line once, however many servers look.
 * Nothing is done while somebody opens a report: what takes no time can be felt by nobody.
 */
@ApplicationScoped
class Watch {
    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final Following log;
    private final Signs signs;

    Watch(EntityManager entities, Following log, Signs signs) {
        this.entities = entities;
        this.log = log;
        this.signs = signs;
    }

    @Scheduled(
            identity = "alarms",
            every = "${amanet.alarms.watch:10s}",
            delayed = "${amanet.alarms.watch:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (QuarkusTransaction.requiringNew().call(this::stretch) == AT_ONCE) {
            // the next ones
        }
    }

    private int stretch() {
        List<?> reached =
                entities.createNativeQuery("select seq from watched for update skip locked")
                        .getResultList();
        if (reached.isEmpty()) {
            return 0; // another server looks
        }
        List<Following.Line> lines = log.after(((Number) reached.getFirst()).longValue(), AT_ONCE);
        lines.forEach(signs::see);
        if (!lines.isEmpty()) {
            entities.createNativeQuery("update watched set seq = ?1")
                    .setParameter(1, lines.getLast().seq())
                    .executeUpdate();
        }
        return lines.size();
    }
}
