package org.amanet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Recipient;

/**
 * {@code bin/bench desk [REAL] [JUNK]}: the queue of a caseworker after a flood, and looking for
 * words in all of it. Beside them the same page as bare SQL, and X25519 alone, twice for each
 * report that is looked through, on all cores.
 */
public final class DeskUnderLoad {
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final Duration COUNTED = Duration.ofSeconds(15);
    private static final String WORDS = "They rang in the evening and asked for names. ";

    private static final Identity IDENTITY = Identity.generate();
    private static final byte[] SEALED = AgeFile.seal(new byte[64], List.of(IDENTITY.recipient()));

    private final PrintStream out;
    private final Stack stack;

    private DeskUnderLoad(PrintStream out, Stack stack) {
        this.out = out;
        this.stack = stack;
    }

    /** Runs all; 10,000 real reports and 50,000 of a flood where nothing else is said. */
    public static void main(String[] arguments) throws Exception {
        int real = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int junk = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        try (Stack stack =
                Stack.fresh(Path.of("target/bench"), line -> System.out.println("  " + line))) {
            new DeskUnderLoad(System.out, stack).run(real, junk);
        }
    }

    private void run(int real, int junk) throws Exception {
        Session caseworker = stack.unlocked("caseworker");
        UUID member =
                UUID.fromString(
                        caseworker
                                .get("/api/v1/staff/me")
                                .require(200)
                                .json()
                                .at("/member/id")
                                .asText());
        Backlog backlog = new Backlog(stack, member, recipient(member));
        backlog.add(junk, WORDS.repeat(5), "P3", "P4");
        backlog.add(real, WORDS.repeat(40), "P0", "P1", "P2", "P3", "P4");
        backlog.add(1, "the one with zugzwang in it", "P4");
        analyse();
        out.printf("%,d real reports and %,d of a flood%n", real, junk);
        JsonNode first = caseworker.get("/api/v1/desk/reports?limit=50").require(200).json();
        out.printf("first row: %s%n", first.at("/items/0/band").asText());
        say("bare SQL of the queue page", Load.of(1, WARM, COUNTED, () -> bare(member)));
        say(
                "queue page, 50 rows, c=1",
                Load.of(
                        1,
                        WARM,
                        COUNTED,
                        () -> caseworker.get("/api/v1/desk/reports?limit=50").status() == 200));
        int cores = Runtime.getRuntime().availableProcessors();
        Load.Figures alone = Load.of(cores, WARM, COUNTED, DeskUnderLoad::agree);
        say("bound: opening one small age file, c=" + cores, alone);
        search(caseworker, alone.perSecond());
    }

    private void search(Session caseworker, double opened) throws Exception {
        caseworker.post("/api/v1/desk/searches", Map.of("text", "nowhere")).require(200);
        long start = System.nanoTime();
        Answer answer =
                caseworker.post("/api/v1/desk/searches", Map.of("text", "zugzwang")).require(200);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = answer.text().lines().toList();
        JsonNode last = new ObjectMapper().readTree(lines.getLast());
        long found = lines.stream().filter(line -> line.contains("reference")).count();
        int read = last.path("read").asInt();
        out.printf(
                "search: %,d reports in %.1f s, %,.0f a second, %d found; %.0f %% of opening two age"
                        + " files for each and nothing else%n",
                read, seconds, read / seconds, found, 100 * read / seconds / (opened / 2));
    }

    private static boolean agree() {
        return AgeFile.open(SEALED, IDENTITY).length == 64;
    }

    private Recipient recipient(UUID member) throws Exception {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select recipient from member where id = '" + member + "'")) {
            row.next();
            return Recipient.parse(row.getString(1));
        }
    }

    private void analyse() throws Exception {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private boolean bare(UUID member) throws Exception {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select r.*, g.sealed, t.sealed from report_grant g"
                                        + " join report r on r.id = g.report"
                                        + " left join part t on t.report = g.report"
                                        + " and t.kind = 'TRIAGE' and t.version = 1"
                                        + " where g.holder = '"
                                        + member
                                        + "' and g.compartment = 'ACCOUNT' and g.status not in"
                                        + " ('QUARANTINED', 'CLOSED', 'WITHDRAWN')"
                                        + " order by g.band, g.read, g.due_at, g.report limit 51")) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count > 0;
        }
    }

    private Load.Figures say(String what, Load.Figures figures) {
        out.printf("%-40s %s%n", what, figures);
        return figures;
    }
}
