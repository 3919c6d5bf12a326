package org.amanet.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;

/**
 * {@code bin/bench}: submissions, the queue page, opening a report, receipt login, over loopback
 * HTTP, beside the machine's own bounds.
 */
public final class Benchmarks {
    private static final int ACCOUNT_CHARACTERS = 2_048;
    private static final int MANY = 8;

    private final PrintStream out;
    private final Stack stack;
    private final Duration warm;
    private final Duration counted;

    private Benchmarks(PrintStream out, Stack stack, Duration warm, Duration counted) {
        this.out = out;
        this.stack = stack;
        this.warm = warm;
        this.counted = counted;
    }

    /** Runs all; the first argument is how many seconds each figure is counted for. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        try (Stack stack =
                Stack.fresh(Path.of("target/bench"), line -> System.out.println("  " + line))) {
            new Benchmarks(
                            System.out,
                            stack,
                            Duration.ofSeconds(Math.max(3, seconds / 2)),
                            Duration.ofSeconds(seconds))
                    .run();
        }
    }

    private void run() throws Exception {
        Bounds bounds = new Bounds(warm.dividedBy(2), counted.dividedBy(2));
        String account = "x".repeat(ACCOUNT_CHARACTERS);
        String receipt = Reports.submitted(stack.http(), Reports.saying(account)).text("receipt");
        int bytes = Bounds.bytesOfOneReport(stack);
        int cores = Runtime.getRuntime().availableProcessors();
        out.printf("%d cores, %d sealed bytes a report%n", cores, bytes);

        Load.Figures argon = say("bound: Argon2id alone, c=" + cores, bounds.argon2id(cores));
        say("bound: plain commits, c=1", bounds.commits(stack, 1, bytes));
        Load.Figures commits =
                say("bound: plain commits, c=" + MANY, bounds.commits(stack, MANY, bytes));
        say("submission, c=1", load(1, () -> submit(account)));
        Load.Figures many = say("submission, c=" + MANY, load(MANY, () -> submit(account)));
        double bound = Math.min(argon.perSecond(), commits.perSecond());
        out.printf(
                "submission at c=%d is %.0f %% of the lower bound%n",
                MANY, 100 * many.perSecond() / bound);
        readers(receipt);
        out.printf("resident: %d MB%n", stack.service().residentBytes() / 1_000_000);
    }

    private void readers(String receipt) throws Exception {
        Session caseworker = stack.unlocked("caseworker");
        List<String> ids = new ArrayList<>();
        caseworker
                .get("/api/v1/desk/reports?limit=200")
                .require(200)
                .json()
                .path("items")
                .forEach(row -> ids.add(row.path("id").asText()));
        for (int atOnce : new int[] {1, MANY}) {
            say("queue page, c=" + atOnce, load(atOnce, () -> is200(caseworker, "?limit=50")));
            say(
                    "open a report, c=" + atOnce,
                    load(atOnce, () -> is200(caseworker, "/" + any(ids))));
            say("receipt login, c=" + atOnce, load(atOnce, () -> login(receipt)));
        }
    }

    private Load.Figures load(int atOnce, Load.Act act) throws Exception {
        return Load.of(atOnce, warm, counted, act);
    }

    private boolean submit(String account) {
        Map<String, Object> report = Reports.saying(account);
        return Reports.submit(stack.http(), report, Reports.key()).status() == 201;
    }

    private boolean login(String receipt) {
        return Reports.inbox(stack.http(), receipt).status() == 200;
    }

    private static boolean is200(Session session, String path) {
        return session.get("/api/v1/desk/reports" + path).status() == 200;
    }

    private static String any(List<String> ids) {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    private Load.Figures say(String what, Load.Figures figures) {
        out.printf("%-34s %s%n", what, figures);
        return figures;
    }
}
