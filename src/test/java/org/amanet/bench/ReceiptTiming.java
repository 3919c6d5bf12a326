package org.amanet.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.amanet.demo.Http;
import org.amanet.demo.Stack;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Reports;

/**
 * Whether the time of an answer tells a receipt that somebody holds from one that nobody holds: the
 * same request with receipts of three kinds in mixed order over loopback HTTP, compared by Welch's
 * t. An absolute value below 4.5 is what leakage tests take for no difference.
 */
public final class ReceiptTiming {
    private static final int RECEIPTS = 25;
    private static final int WARM_UP = 100;
    private static final double NOTICEABLE = 4.5;
    private static final double FASTEST = 0.9;

    private final Http http;
    private final int samples;
    private final Random random = new Random();
    private final Map<Kind, List<String>> receipts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Double>> millis = new EnumMap<>(Kind.class);

    private enum Kind {
        /** Of a fresh report. */
        HELD,
        /** Well-formed, and of nothing. */
        UNHELD,
        /** Of a report that was taken back. */
        WITHDRAWN
    }

    ReceiptTiming(Http http, int samples) {
        this.http = http;
        this.samples = samples;
    }

    /** Measures the shared stack; the one argument is the number of samples of each kind. */
    public static void main(String[] arguments) {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        new ReceiptTiming(Stack.shared().http(), samples).run(System.out);
    }

    void run(PrintStream out) {
        prepare();
        measure(WARM_UP);
        millis.clear();
        measure(samples);
        report(out);
    }

    private void prepare() {
        receipts.put(Kind.HELD, new ArrayList<>());
        receipts.put(Kind.UNHELD, new ArrayList<>());
        receipts.put(Kind.WITHDRAWN, new ArrayList<>());
        for (int i = 0; i < RECEIPTS; i++) {
            receipts.get(Kind.HELD).add(submitted());
            String withdrawn = submitted();
            http.post("/api/v1/inbox/withdrawal", Map.of("receipt", withdrawn)).require(204);
            receipts.get(Kind.WITHDRAWN).add(withdrawn);
            try (Receipt unheld = Receipt.generate()) {
                receipts.get(Kind.UNHELD).add(unheld.grouped());
            }
        }
    }

    private String submitted() {
        return Reports.submitted(http, Reports.saying("They call every week.")).text("receipt");
    }

    private void measure(int rounds) {
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        for (int i = 0; i < rounds; i++) {
            Collections.shuffle(order, random);
            for (Kind kind : order) {
                double time = time(receipts.get(kind).get(i % RECEIPTS));
                millis.computeIfAbsent(kind, any -> new ArrayList<>()).add(time);
            }
        }
    }

    private double time(String receipt) {
        long start = System.nanoTime();
        Reports.inbox(http, receipt).require(200);
        return (System.nanoTime() - start) / 1e6;
    }

    private void report(PrintStream out) {
        out.printf("Reading an inbox, %d samples of each kind, in mixed order%n", samples);
        out.printf("%-10s %10s %10s %10s%n", "receipt", "median ms", "mean ms", "sd ms");
        millis.forEach(
                (kind, times) -> {
                    double[] all = sorted(times);
                    out.printf(
                            "%-10s %10.3f %10.3f %10.3f%n",
                            kind, all[all.length / 2], mean(all), Math.sqrt(variance(all)));
                });
        compare(out, Kind.HELD, Kind.UNHELD);
        compare(out, Kind.HELD, Kind.WITHDRAWN);
        compare(out, Kind.UNHELD, Kind.WITHDRAWN);
    }

    private void compare(PrintStream out, Kind a, Kind b) {
        double[] first = sorted(millis.get(a));
        double[] second = sorted(millis.get(b));
        double limit =
                sorted(both(first, second))[(int) (FASTEST * (first.length + second.length))];
        double all = welch(first, second);
        double fastest = welch(below(first, limit), below(second, limit));
        boolean same = Math.abs(all) < NOTICEABLE && Math.abs(fastest) < NOTICEABLE;
        out.printf(
                "%s against %s: Welch's t %.2f; without the slowest tenth %.2f; %s%n",
                a, b, all, fastest, same ? "no difference to be seen" : "DIFFERENT");
    }

    private static double welch(double[] a, double[] b) {
        double error = variance(a) / a.length + variance(b) / b.length;
        return (mean(a) - mean(b)) / Math.sqrt(error);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return squares / (values.length - 1);
    }

    private static double[] below(double[] values, double limit) {
        return Arrays.stream(values).filter(value -> value < limit).toArray();
    }

    private static List<Double> both(double[] a, double[] b) {
        return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).boxed().toList();
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sorted().toArray();
    }
}
