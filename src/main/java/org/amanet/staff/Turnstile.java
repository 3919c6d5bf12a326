package org.amanet.staff;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.jspecify.annotations.Nullable;

/**
 * Counts who and what is turned away. The first stands in the log at once; how many more came is
 * told a minute later. Whoever knocks a thousand times gets one line a minute, not a thousand.
 */
@ApplicationScoped
class Turnstile {
    private final Trail trail;
    private final ConcurrentHashMap<Away, Integer> since = new ConcurrentHashMap<>();

    Turnstile(Trail trail) {
        this.trail = trail;
    }

    /**
     * Somebody turned away, for a reason: codes only.
     *
     * @param whom the member it is about, where it is about one
     */
    record Away(Act act, Actor actor, @Nullable UUID whom, String reason) {
        Away(Act act, Actor actor, String reason) {
            this(act, actor, null, reason);
        }
    }

    void count(Away away) {
        if (since.merge(away, 1, Integer::sum) == 1) {
            tell(away, 1);
        }
    }

    @Scheduled(
            every = "{amanet.staff.refusals-told}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellTheRest() {
        since.forEach(this::tellTheRest);
    }

    /** What was counted beyond the line that is written already; then the next minute begins. */
    private void tellTheRest(Away away, int counted) {
        int more = counted - 1;
        if (more == 0 && since.remove(away, 1)) {
            return;
        }
        since.merge(away, -more, Integer::sum);
        tell(away, more);
    }

    private void tell(Away away, int times) {
        Happening happening =
                Happening.of(away.act(), away.actor()).saying(away.reason() + " count=" + times);
        trail.recordRefusal(away.whom() == null ? happening : happening.touching(away.whom()));
    }
}
