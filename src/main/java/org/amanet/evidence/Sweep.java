package org.amanet.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Gives up uploads that nobody goes on with, forgets tokens that nobody needs, and destroys what is
 * left over. Several servers do it side by side; each takes what no other has.
 */
@ApplicationScoped
class Sweep {
    private static final int AT_ONCE = 20;

    /** Longer than a transaction lasts: an object is there before the row that refers to it. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Destruction destruction;
    private final BlobStore blobs;
    private final Clock clock;

    Sweep(Destruction destruction, BlobStore blobs, Clock clock) {
        this.destruction = destruction;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Scheduled(
            every = "${amanet.evidence.sweep:10m}",
            delayed = "${amanet.evidence.sweep:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int swept = AT_ONCE;
        while (swept == AT_ONCE) {
            swept = QuarkusTransaction.requiringNew().call(this::overdue);
        }
        Instant older = clock.instant().minus(LEFT_OVER);
        QuarkusTransaction.requiringNew().run(() -> blobs.sweep(older));
    }

    private int overdue() {
        List<Exhibit> overdue = Exhibit.overdue(clock.instant(), AT_ONCE);
        for (Exhibit exhibit : overdue) {
            if (exhibit.complete) {
                exhibit.forgetToken();
            } else {
                destruction.destroy(exhibit.id);
            }
        }
        return overdue.size();
    }
}
