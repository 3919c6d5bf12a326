package org.amanet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same act over and over by so many at once, for so long. */
final class Load {
    private Load() {}

    /** One act; false where it went wrong. */
    interface Act {
        boolean once() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param perSecond acts that went well
     */
    record Figures(double perSecond, double p50, double p95, double p99, long errors) {
        @Override
        public String toString() {
            return "%8.1f/s   p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   errors %d"
                    .formatted(perSecond, p50, p95, p99, errors);
        }
    }

    /** Runs it without counting first, then counting. */
    static Figures of(int atOnce, Duration warm, Duration counted, Act act) throws Exception {
        run(atOnce, warm, act);
        return run(atOnce, counted, act);
    }

    private static Figures run(int atOnce, Duration time, Act act) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Callable<List<Long>>> loops = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            loops.add(() -> loop(end, act));
        }
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            for (Future<List<Long>> one : threads.invokeAll(loops)) {
                all.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] well = all.stream().filter(n -> n >= 0).mapToLong(n -> n).sorted().toArray();
        return new Figures(
                well.length / seconds,
                millis(well, 0.50),
                millis(well, 0.95),
                millis(well, 0.99),
                all.size() - well.length);
    }

    /** Nanoseconds of each act, negative where it went wrong. */
    private static List<Long> loop(long end, Act act) throws Exception {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            long before = System.nanoTime();
            boolean well = act.once();
            nanos.add(well ? System.nanoTime() - before : -1);
        }
        return nanos;
    }

    private static double millis(long[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.min(sorted.length - 1L, Math.round(quantile * (sorted.length - 1)));
        return Arrays.stream(sorted, index, index + 1).findFirst().orElseThrow() / 1e6;
    }
}
