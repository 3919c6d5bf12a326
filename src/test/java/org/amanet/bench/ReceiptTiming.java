package org.amanet.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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
    private static final int READINGS_TO_A_WRITING = 5;
    private static final double NOTICEABLE = 4.5;
    private static final double FASTEST = 0.9;

    private final Http http;
    private final PrintStream out;
    private final Random random = new Random();

    /** Of a fresh report; well-formed and of nothing; of a report that was taken back. */
    private enum Kind {
        HELD,
        UNHELD,
        WITHDRAWN
    }

    ReceiptTiming(Http http, PrintStream out) {
        this.http = http;
        this.out = out;
    }

    /** Measures the shared stack; the one argument is the number of samples of each kind. */
    public static void main(String[] arguments) {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        new ReceiptTiming(Stack.shared().http(), System.out).run(samples);
    }

    void run(int samples) {
        Map<Kind, List<String>> receipts = receipts(RECEIPTS);
        measure(WARM_UP, receipts, this::read);
        tell("Reading an inbox", measure(samples, receipts, this::read));
        int writings = samples / READINGS_TO_A_WRITING;
        tell("Writing the first message", measure(writings, receipts(writings), this::write));
    }

    private Map<Kind, List<String>> receipts(int count) {
        Map<Kind, List<String>> receipts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            receipts.put(kind, Stream.generate(() -> receipt(kind)).limit(count).toList());
        }
        return receipts;
    }

    private String receipt(Kind kind) {
        if (kind == Kind.UNHELD) {
            try (Receipt unheld = Receipt.generate()) {
                return unheld.grouped();
            }
        }
        String receipt =
                Reports.submitted(http, Reports.saying("They call every week.")).text("receipt");
        if (kind == Kind.WITHDRAWN) {
            http.post("/api/v1/inbox/withdrawal", Map.of("receipt", receipt)).require(204);
        }
        return receipt;
    }

    private void read(String receipt) {
        Reports.inbox(http, receipt).require(200);
    }

    private void write(String receipt) {
        Map<String, String> reply = Map.of("receipt", receipt, "text", "They called again.");
        http.post("/api/v1/inbox/replies", reply).require(204);
    }

    private Map<Kind, double[]> measure(
            int rounds, Map<Kind, List<String>> receipts, Consumer<String> act) {
        Map<Kind, double[]> millis = new EnumMap<>(Kind.class);
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        for (int i = 0; i < rounds; i++) {
            Collections.shuffle(order, random);
            for (Kind kind : order) {
                List<String> own = receipts.get(kind);
                long start = System.nanoTime();
                act.accept(own.get(i % own.size()));
                millis.computeIfAbsent(kind, any -> new double[rounds])[i] =
                        (System.nanoTime() - start) / 1e6;
            }
        }
        millis.values().forEach(Arrays::sort);
        return millis;
    }

    private void tell(String what, Map<Kind, double[]> millis) {
        int samples = millis.get(Kind.HELD).length;
        out.printf("%n%s, %d samples of each kind, in mixed order%n", what, samples);
        out.printf("%-10s %9s %9s %9s %9s%n", "receipt", "p10 ms", "median ms", "mean ms", "sd ms");
        millis.forEach(
                (kind, all) ->
                        out.printf(
                                "%-10s %9.3f %9.3f %9.3f %9.3f%n",
                                kind,
                                all[all.length / 10],
                                all[all.length / 2],
                                mean(all),
                                Math.sqrt(variance(all))));
        compare(millis, Kind.HELD, Kind.UNHELD);
        compare(millis, Kind.HELD, Kind.WITHDRAWN);
        compare(millis, Kind.UNHELD, Kind.WITHDRAWN);
    }

    private void compare(Map<Kind, double[]> millis, Kind a, Kind b) {
        double[] first = millis.get(a);
        double[] second = millis.get(b);
        double[] both =
                DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).sorted().toArray();
        double limit = both[(int) (FASTEST * both.length)];
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
}
