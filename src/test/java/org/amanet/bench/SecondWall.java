package org.amanet.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;

/**
 * {@code bin/bench wall}: what the second wall costs one member's queue among a million grants. The
 * same statements in turn: by the tables' owner, whom no policy binds; by the service's role
 * without a name; and with one.
 */
public final class SecondWall {
    private static final String FILL =
            """
            set session_replication_role = replica;
            create temporary table filled as
              select gen_random_uuid() id, n, 'P' || (n %% 5) band, n %% 7 = 0 unread,
                     now() + (n %% 5000) * interval '1 minute' due from generate_series(1, %d) n;
            insert into report (id, reference, received_hour, touched_hour, language, desk, band, status, size_class,
                   unread, due_at, due_from, kdf_memory, kdf_iterations, kdf_parallelism, version, stage)
              select id, 'W' || n, now(), now(), 'en', 'north', band, 'NEW', 'S', unread, due, now(), 1, 1, 1, 1,
                     case when n %% 50 = 0 then 'OVER' else 'EARLY' end from filled;
            insert into report_grant (report, compartment, holder, sealed, band, due_at, status, read)
              select id, 'ACCOUNT', '%s', decode(repeat('00', 200), 'hex'), band, due, 'NEW', not unread from filled;
            insert into part (id, version, report, kind, compartment, hour, sealed)
              select gen_random_uuid(), 1, id, 'TRIAGE', 'ACCOUNT', now(), decode(repeat('00', 1200), 'hex') from filled;
            analyze report; analyze report_grant; analyze part;
            """;

    private static final String PAGE =
            "select r.*, g.*, t.*, m.alias from report_grant g join report r on r.id = g.report"
                    + " left join part t on t.report = g.report and t.kind = 'TRIAGE' and t.version = 1"
                    + " left join member m on m.id = r.assignee"
                    + " where g.holder = '%1$s' and g.compartment = 'ACCOUNT'"
                    + " and g.status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN') %2$s"
                    + " order by g.band, g.read, g.due_at, g.report limit 51";

    private static final String HELD =
            "select count(*) from (select 1 from report_grant g where g.holder = '%1$s'"
                    + " and g.compartment = 'ACCOUNT' and"
                    + " g.status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN') and %2$s limit 1000) c";

    private static final int ROUNDS = 40;
    private static final int BLOCKS = 4;

    private final PrintStream out;
    private final Stack stack;
    private final String member;

    private SecondWall(PrintStream out, Stack stack) {
        this.out = out;
        this.stack = stack;
        this.member =
                stack.session("lead").get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    /** Runs it; the argument is how many grants there are. */
    public static void main(String[] arguments) throws Exception {
        int grants = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        try (Stack stack = Stack.fresh(Path.of("target/bench"), line -> System.out.println(line))) {
            new SecondWall(System.out, stack).run(grants);
        }
    }

    private void run(int grants) throws SQLException {
        for (int i = 0; i < 60; i++) {
            Reports.submitted(stack.http(), Reports.saying("x".repeat(2_048)));
        }
        pages("whole page, few reports");
        try (Connection superuser = stack.postgres().superuser();
                Statement fill = superuser.createStatement()) {
            fill.execute(FILL.formatted(grants, UUID.fromString(member)));
            fill.execute("vacuum");
        }
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put("first page", PAGE.formatted(member, ""));
        statements.put(
                "a deep page",
                PAGE.formatted(
                        member,
                        "and (g.band, g.read, g.due_at, g.report) > ('P3', true, now() + interval '1 day',"
                                + " '00000000-0000-4000-8000-000000000000')"));
        statements.put("one desk's language", PAGE.formatted(member, "and r.language = 'en'"));
        statements.put("count of a band", HELD.formatted(member, "g.band = 'P1'"));
        statements.put("count of the new", HELD.formatted(member, "g.band = 'P1' and not g.read"));
        statements.put(
                "count of the late",
                HELD.formatted(
                        member,
                        "g.report in (select r.id from report r where r.stage in"
                                + " ('THREE_QUARTERS', 'OVER'))"));
        statements.put(
                "the same, as it is done", "select late_held('%s', false, 1000)".formatted(member));
        statements.put("one report", "select * from report where reference = 'W77'");
        for (Map.Entry<String, String> one : statements.entrySet()) {
            compare(one.getKey(), one.getValue());
        }
        pages("whole page, " + grants);
    }

    private void compare(String what, String sql) throws SQLException {
        try (Connection owner = stack.postgres().superuser();
                Connection application = stack.postgres().application()) {
            owner.createStatement().execute("set role amanet_owner");
            List<double[]> times =
                    List.of(new double[ROUNDS], new double[ROUNDS], new double[ROUNDS]);
            for (int round = -10; round < ROUNDS; round++) {
                double[] now = {
                    timed(owner, "", sql),
                    timed(application, "", sql),
                    timed(application, member, sql)
                };
                for (int who = 0; round >= 0 && who < now.length; who++) {
                    times.get(who)[round] = now[who];
                }
            }
            List<Double> middle = new ArrayList<>();
            times.forEach(all -> middle.add(Arrays.stream(all).sorted().toArray()[ROUNDS / 2]));
            out.printf(
                    "%-22s owner %7.2f ms, nobody named %7.2f ms, a member named %7.2f ms%n",
                    what, middle.get(0), middle.get(1), middle.get(2));
        }
    }

    /** A transaction, as the service has it: the name where there is one, then the statement. */
    private static double timed(Connection connection, String name, String sql)
            throws SQLException {
        connection.setAutoCommit(false);
        long begun = System.nanoTime();
        if (!name.isEmpty()) {
            try (PreparedStatement naming =
                    connection.prepareStatement("select set_config('amanet.member', ?, true)")) {
                naming.setString(1, name);
                naming.execute();
            }
        }
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
        connection.commit();
        return (System.nanoTime() - begun) / 1e6;
    }

    /** The service's own page in whole; in turn with the policies there and away. */
    private void pages(String what) throws SQLException {
        Session lead = stack.unlocked("lead");
        double[][] times = new double[2][BLOCKS * ROUNDS];
        for (int block = 0; block < BLOCKS; block++) {
            for (int wall = 0; wall < 2; wall++) {
                walls(wall == 1);
                for (int round = -10; round < ROUNDS; round++) {
                    long begun = System.nanoTime();
                    lead.get("/api/v1/desk/reports?limit=50").require(200);
                    double took = (System.nanoTime() - begun) / 1e6;
                    if (round >= 0) { // the first ones plan their statements anew
                        times[wall][block * ROUNDS + round] = took;
                    }
                }
            }
        }
        Arrays.stream(times).forEach(Arrays::sort);
        int middle = BLOCKS * ROUNDS / 2;
        out.printf(
                "%-22s without policies %7.2f ms, with them %7.2f ms%n",
                what, times[0][middle], times[1][middle]);
    }

    private void walls(boolean up) throws SQLException {
        try (Connection superuser = stack.postgres().superuser();
                Statement alter = superuser.createStatement()) {
            for (String table : List.of("report", "report_grant", "part")) {
                alter.execute(
                        "alter table %s %s row level security"
                                .formatted(table, up ? "enable" : "disable"));
            }
        }
    }
}
