package org.amanet.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.amanet.problems.Failures;

/** Shuts a line that nobody answers on. */
final class Deadline implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);

    private Deadline() {}

    static Deadline closing(Closeable line, Duration after) {
        Deadline deadline = new Deadline();
        Thread.ofVirtual().start(() -> deadline.sit(line, after));
        return deadline;
    }

    private void sit(Closeable line, Duration after) {
        try {
            if (!over.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                line.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Failures.log("a line cannot be shut", e);
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
