package org.amanet.intake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.amanet.demo.Service;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;

/**
 * How long somebody waits for a receipt on a quiet day, and while scripts in many networks send as
 * fast as this machine lets them: half of them work for their proofs and say that they are in
 * danger. They, the person and the server share its processors.
 */
public final class FloodTiming {
    private static final int NETWORKS = 60;
    private static final int WARM_UP = 20;

    private FloodTiming() {}

    /** Measures a server as it comes; the one argument is the number of samples of each kind. */
    public static void main(String[] arguments) throws Exception {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        try (Stack stack = Stack.fresh(Path.of("target/bench"), line -> {});
                Service server = stack.replica(Map.of())) {
            Sender person = Sender.at("127.0.0.2", server);
            waiting(person, Reports.saying("Warm."), WARM_UP);
            tell("quiet, usual", waiting(person, Reports.saying("Quiet."), samples));
            tell("quiet, in danger", waiting(person, Flood.danger("Quiet."), samples));
            try (Flood flood = new Flood()) {
                flood.from(NETWORKS, server);
                while (flood.taken() < NETWORKS) {
                    Thread.sleep(50);
                }
                int before = flood.sent();
                long begin = System.nanoTime();
                tell("flooded, in danger", waiting(person, Flood.danger("Flooded."), samples));
                tell("flooded, usual", waiting(person, Reports.saying("Flooded."), samples));
                double minutes = (System.nanoTime() - begin) / 60e9;
                System.out.printf(
                        "the flood sent %.0f a minute%n", (flood.sent() - before) / minutes);
            }
        }
    }

    private static double[] waiting(Sender person, Map<String, Object> report, int samples)
            throws Exception {
        double[] seconds = new double[samples];
        for (int i = 0; i < samples; i++) {
            // Apart, so that the person's own lane never has too much.
            Thread.sleep(1_000);
            long begin = System.nanoTime();
            if (person.sendInEarnest(report) != 201) {
                throw new IllegalStateException("a person was turned away");
            }
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private static void tell(String what, double[] sorted) {
        System.out.printf(
                "%-20s median %.2f s, longest %.2f s%n",
                what, sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
