package org.amanet.evidence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a process whose time is over. */
final class Watch {
    private final AtomicBoolean late = new AtomicBoolean();

    private Watch() {}

    static Watch over(Process process, Duration time) {
        Watch watch = new Watch();
        Thread.ofVirtual().start(() -> watch.sit(process, time));
        return watch;
    }

    private void sit(Process process, Duration time) {
        boolean ended = false;
        try {
            ended = process.waitFor(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                late.set(true);
                process.destroyForcibly();
            }
        }
    }

    /** Whether it had to. */
    boolean late() {
        return late.get();
    }
}
