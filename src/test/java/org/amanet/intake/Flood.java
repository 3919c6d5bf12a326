package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.amanet.demo.Service;
import org.amanet.testing.Reports;

/** Senders who go on until it is over. */
final class Flood implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<CompletableFuture<?>> all = new ArrayList<>();

    int sent() {
        return sent.get();
    }

    int taken() {
        return taken.get();
    }

    int refused() {
        return refused.get();
    }

    static Map<String, Object> danger(String account) {
        Map<String, Object> report = Reports.saying(account);
        report.put("danger", "NOW");
        return report;
    }

    /**
     * Scripts in so many networks, half of whom work for their proofs and say that they are in
     * danger.
     */
    void from(int networks, Service server) {
        for (int i = 0; i < networks; i++) {
            Sender script = Sender.at("127.0.1." + (i + 1), server);
            boolean works = i % 2 == 0;
            join(() -> works ? script.sendInEarnest(junkInDanger()) : script.send(junk()));
        }
    }

    private static Map<String, Object> junk() {
        return Reports.saying("Junk " + Reports.key());
    }

    private static Map<String, Object> junkInDanger() {
        return danger("Junk " + Reports.key());
    }

    void join(Callable<Integer> sending) {
        all.add(CompletableFuture.runAsync(() -> goOn(sending), Thread::startVirtualThread));
    }

    private void goOn(Callable<Integer> sending) {
        while (!over.get()) {
            try {
                int status = sending.call();
                sent.incrementAndGet();
                if (status == 201) {
                    taken.incrementAndGet();
                } else {
                    assertTrue(status == 429 || status == 503, "answered " + status);
                    refused.incrementAndGet();
                    Thread.sleep(100);
                }
            } catch (Exception broken) {
                refused.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        over.set(true);
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
}
