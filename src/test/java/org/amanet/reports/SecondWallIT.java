package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Case;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the database refuses although the application forgot to ask: its own role, its own
 * statements, a member named as the service names them, and no {@link Access} before it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondWallIT {
    /**
     * Without a wall: the log; what is counted and asked across reports that nobody may see, and
     * holds nothing readable; who read how many; and what passes through ceremonies in nobody's
     * name.
     */
    private static final Set<String> OPEN =
            Set.of(
                    "audit_entry",
                    "ceremony_report",
                    "indexed_report",
                    "link_question",
                    "reading",
                    "selector_token");

    /** Refused by a policy; or the trigger of grants did not even find the report. */
    private static final Set<String> NO = Set.of("42501", "P0002");

    private static final String LOOK = "/api/v1/desk/reports?limit=5";

    private final Stack stack = Stack.shared();
    private final Rows rows = new Rows(stack);
    private UUID report;
    private UUID foreign;
    private String receipt;
    private String foreignReceipt;
    private UUID export;

    @BeforeAll
    void makeSomethingToAskFor() {
        stack.add(
                Account.staff("caseworker-south", "caseworker", "south"),
                Account.investigator("investigator-fr", "FR"));
        Case north = Case.of(stack, Reports.whole("Behind the wall", "my aunt", "DE"));
        report = UUID.fromString(north.id());
        receipt = north.receipt();
        Map<String, Object> other = Reports.saying("Behind the other wall");
        other.put("desk", "south");
        Answer accepted = Reports.submitted(stack.http(), other);
        foreignReceipt = accepted.text("receipt");
        foreign =
                UUID.fromString(
                        rows.text(
                                "select id from report where reference = ?",
                                accepted.text("reference")));
        export = prepared();
    }

    private UUID prepared() {
        Answer answer =
                stack.unlocked("caseworker")
                        .post(
                                "/api/v1/exports",
                                Map.of(
                                        "recipient",
                                        member("investigator-de"),
                                        "profile",
                                        "POLICE_PROSECUTOR",
                                        "reports",
                                        List.of(report)));
        return UUID.fromString(answer.require(201).json().at("/export/id").asText());
    }

    private UUID member(String name) {
        Answer me = stack.session(name).get("/api/v1/staff/me").require(200);
        return UUID.fromString(me.json().at("/member/id").asText());
    }

    /** A transaction of the service's own role, in which this member is named. */
    private final class Naming implements AutoCloseable {
        private final Connection connection;

        Naming(String name) throws SQLException {
            connection = stack.postgres().application();
            connection.setAutoCommit(false);
            count("select set_config('amanet.member', ?, true)", name);
        }

        static Naming nobody(SecondWallIT test) throws SQLException {
            return test.new Naming("");
        }

        /** How many rows a query gives, or a statement changes. */
        int count(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                if (!statement.execute()) {
                    return statement.getUpdateCount();
                }
                try (ResultSet found = statement.getResultSet()) {
                    int counted = 0;
                    while (found.next()) {
                        counted++;
                    }
                    return counted;
                }
            }
        }

        void assertRefused(String sql, Object... values) throws SQLException {
            connection.createStatement().execute("savepoint before");
            SQLException no = assertThrows(SQLException.class, () -> count(sql, values), sql);
            assertTrue(NO.contains(no.getSQLState()), no.getMessage());
            connection.createStatement().execute("rollback to savepoint before");
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private Naming as(String name) throws SQLException {
        return new Naming(member(name).toString());
    }

    /** Every statement that the service has for reading or changing a report. */
    private static void assertNothingOf(UUID report, Naming wall) throws SQLException {
        for (String sql :
                List.of(
                        "select 1 from report where id = ?",
                        "select 1 from report where id = ? for update",
                        "select 1 from part where report = ?",
                        "select 1 from report_grant where report = ?",
                        "select 1 from exhibit where report = ?",
                        "select 1 from export_report where report = ?",
                        "select 1 from report_grant g join report r on r.id = g.report where r.id = ?",
                        "update report set status = 'CLOSED', version = version + 1 where id = ?",
                        "update report set assignee = null where id = ?",
                        "delete from part where report = ?",
                        "delete from report_grant where report = ?",
                        "delete from exhibit where report = ?")) {
            assertEquals(0, wall.count(sql, report), sql);
        }
    }

    private static final String GIVE =
            "insert into report_grant (report, compartment, holder, sealed) values (?, ?, ?, '')";

    private static final String WRITE =
            "insert into part (id, version, report, kind, compartment, hour, sealed)"
                    + " values (gen_random_uuid(), 1, ?, 'NOTE', 'ACCOUNT', now(), '')";

    private void assertNothingCanBeAdded(UUID to, Naming wall) throws SQLException {
        for (String lock : List.of("ACCOUNT", "RELATIVES")) {
            wall.assertRefused(GIVE, to, lock, UUID.randomUUID());
        }
        wall.assertRefused(WRITE, to);
        wall.assertRefused(
                "insert into exhibit (id, report, room, stored, complete)"
                        + " values (gen_random_uuid(), ?, 1, 1, true)",
                to);
        wall.assertRefused("insert into export_report (export, report) values (?, ?)", export, to);
    }

    @Nested
    class WhereTheCheckIsForgotten {
        @Test
        void anotherDesksReportIsNotThere() throws SQLException {
            for (String name : List.of("lead", "caseworker")) {
                try (Naming wall = as(name)) {
                    assertNothingOf(foreign, wall);
                    assertNothingCanBeAdded(foreign, wall);
                    wall.assertRefused(GIVE, foreign, "ACCOUNT", member(name));
                }
            }
        }

        @Test
        void caseworkerWithoutGrantHasNothing() throws SQLException {
            try (Naming wall = as("caseworker-south")) {
                assertNothingOf(report, wall);
                assertNothingCanBeAdded(report, wall);
            }
        }

        @Test
        void investigatorHasNothingOfAnyReport() throws SQLException {
            for (String name : List.of("investigator-de", "investigator-fr")) {
                try (Naming wall = as(name)) {
                    assertEquals(0, wall.count("select 1 from report"));
                    assertEquals(0, wall.count("select 1 from part"));
                    assertEquals(0, wall.count("select 1 from report_grant"));
                    assertEquals(0, wall.count("select 1 from blob"));
                    assertNothingOf(report, wall);
                    assertNothingCanBeAdded(report, wall);
                }
            }
        }

        @Test
        void whoeverWasLeftOutHasNothing() throws SQLException {
            Map<String, Object> told = Reports.saying("Not for one of them");
            told.put("exclude", List.of(member("caseworker")));
            UUID without = UUID.fromString(Case.of(stack, told).id());
            try (Naming wall = as("caseworker")) {
                assertNothingOf(without, wall);
                assertNothingCanBeAdded(without, wall);
                wall.assertRefused(GIVE, without, "ACCOUNT", member("caseworker"));
            }
            try (Naming wall = as("lead")) {
                assertEquals(1, wall.count("select 1 from report where id = ?", without));
            }
        }

        @Test
        void whoeverHasNoKeyHasNothing() throws SQLException {
            try (Naming wall = new Naming(new UUID(0, 0).toString())) {
                assertEquals(0, wall.count("select 1 from report"));
                assertEquals(0, wall.count("select 1 from export"));
            }
        }

        @Test
        void nobodyTakesFilesOrFiltersOfOthers() throws SQLException {
            stack.unlocked("lead")
                    .post("/api/v1/desk/filters", Map.of("name", "mine", "query", "band=P1"))
                    .require(201);
            UUID blob = UUID.randomUUID();
            UUID file = UUID.randomUUID();
            rows.change(
                    "insert into exhibit (id, report, room, stored, complete)"
                            + " values (?, ?, 1, 1, true)",
                    file,
                    report);
            rows.change("insert into blob (id, bytes) values (?, 'x')", blob);
            rows.change("insert into exhibit_piece values (?, 0, ?)", file, blob);
            try (Naming wall = as("caseworker-south")) {
                assertEquals(0, wall.count("select 1 from blob where id = ?", blob));
                assertEquals(0, wall.count("delete from blob where id = ?", blob));
                assertEquals(0, wall.count("select 1 from exhibit_piece where exhibit = ?", file));
                String others = "delete from saved_filter where member = ?";
                assertEquals(0, wall.count(others, member("lead")));
            }
            try (Naming wall = as("caseworker")) {
                assertEquals(1, wall.count("select 1 from blob where id = ?", blob));
                assertEquals(1, wall.count("select 1 from exhibit_piece where exhibit = ?", file));
            }
            rows.change("delete from exhibit_piece where exhibit = ?", file);
            rows.change("delete from blob where id = ?", blob);
            rows.change("delete from exhibit where id = ?", file);
        }

        @Test
        void handOverIsThereForThoseWhomItConcerns() throws SQLException {
            String look = "select 1 from export where id = ?";
            String grab = "update export set recipient = ?, status = 'APPROVED' where id = ?";
            for (String name : List.of("caseworker-south", "investigator-fr", "investigator-de")) {
                try (Naming wall = as(name)) { // the last one's, but nobody has approved it
                    assertEquals(0, wall.count(look, export));
                    assertEquals(0, wall.count(grab, member(name), export));
                    assertEquals(
                            0, wall.count("select 1 from export_report where export = ?", export));
                    wall.assertRefused(
                            "insert into export_piece (export, position, bytes) values (?, 0, '')",
                            export);
                }
            }
            for (String name : List.of("caseworker", "lead")) {
                try (Naming wall = as(name)) {
                    assertEquals(1, wall.count(look, export));
                }
            }
        }
    }

    @Nested
    class WhatIsHeld {
        @Test
        void isThereAndCanBeChangedButNotDestroyed() throws SQLException {
            try (Naming wall = as("caseworker")) {
                assertEquals(1, wall.count("select 1 from report where id = ?", report));
                assertTrue(wall.count("select 1 from part where report = ?", report) > 3);
                assertEquals(
                        1, wall.count("update report set unread = false where id = ?", report));
                assertEquals(1, wall.count(WRITE, report));
                assertEquals(1, wall.count(GIVE, report, "ACCOUNT", UUID.randomUUID()));
                assertEquals(0, wall.count("delete from part where report = ?", report));
            }
        }

        @Test
        void nobodyGivesALockThatTheyDoNotHold() throws SQLException {
            try (Naming wall = as("caseworker")) {
                wall.count(
                        "delete from report_grant where report = ? and holder = ?"
                                + " and compartment = 'RELATIVES'",
                        report,
                        member("caseworker"));
                wall.assertRefused(GIVE, report, "RELATIVES", UUID.randomUUID());
            }
        }

        @Test
        void whereNobodyIsNamedAllIsAsBefore() throws SQLException {
            try (Naming wall = Naming.nobody(SecondWallIT.this)) {
                assertEquals(1, wall.count("select 1 from report where id = ?", report));
                assertEquals(1, wall.count("select 1 from report where id = ?", foreign));
                assertEquals(1, wall.count(WRITE, foreign));
            }
        }

        @Test
        void everyTableThatKnowsAReportHasAWall() throws SQLException {
            Set<String> without = new TreeSet<>();
            String query =
                    "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                            + " where c.relkind = 'r' and not c.relrowsecurity"
                            + " and c.relnamespace = 'public'::regnamespace"
                            + " and (a.attname = 'report' or c.relname = 'report')";
            try (Connection connection = stack.postgres().superuser();
                    Statement select = connection.createStatement();
                    ResultSet found = select.executeQuery(query)) {
                while (found.next()) {
                    without.add(found.getString(1));
                }
            }
            assertEquals(new TreeSet<>(OPEN), without, "new tables need a policy as in V18");
        }
    }

    /**
     * While it is there, reading any of these tables without a name is an error of the database.
     * The tests' own: the service has to be able to read so for reporters.
     */
    private final class Alarm implements AutoCloseable {
        private static final List<String> TABLES =
                List.of(
                        "part",
                        "report_grant",
                        "exhibit",
                        "export",
                        "export_piece",
                        "saved_filter");

        Alarm() throws SQLException {
            execute(
                    "create function unnamed() returns boolean language plpgsql as"
                            + " 'begin raise exception ''nobody is named''; end'");
            for (String table : TABLES) {
                execute(
                        "create policy alarm on %s as restrictive using (case when (select asking())"
                                        .formatted(table)
                                + " is null then unnamed() else true end)");
            }
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = stack.postgres().superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            for (String table : TABLES) {
                execute("drop policy alarm on " + table);
            }
            execute("drop function unnamed()");
        }
    }

    @Nested
    class EveryRequestOfStaff {
        private final List<String> wrong = new ArrayList<>();
        private final String own =
                Case.of(stack, Reports.whole("For the walk", "my uncle", "DE")).path();

        @Test
        void namesWhoAsks() throws SQLException {
            Visitor lead = signedIn("lead", "/desk");
            Visitor investigator = new Visitor(stack);
            investigator.signIn("investigator-de", "/authority").require(200);
            try (Alarm alarm = new Alarm()) {
                assertEquals(500, Reports.inbox(stack.http(), receipt).status(), "it can ring");
                pages(lead);
                readings(stack.unlocked("lead"));
                writings(stack.unlocked("lead"));
                stack.unlocked("lead")
                        .post("/api/v1/exports/" + export + "/approval", Map.of())
                        .require(200);
                handOver(investigator);
                Session caseworker = stack.unlocked("caseworker");
                wrong(caseworker.post(own + "/recusal", Map.of()), 204);
            }
            assertEquals(List.of(), wrong);
        }

        private void wrong(Answer answer, int expected) {
            if (answer.status() != expected) {
                wrong.add(answer.status() + " and not " + expected + ": " + answer.text());
            }
        }

        private Visitor signedIn(String name, String then) {
            Visitor visitor = new Visitor(stack);
            visitor.signIn(name, then).require(200);
            visitor.post(
                            "/desk/vault/session",
                            Map.of("passphrase", stack.passphrase(name), "then", then))
                    .require(200);
            return visitor;
        }

        private void pages(Visitor lead) {
            Stream.of("", "/reports/" + report, "/exports", "/exports/" + export, "/exports/new")
                    .map(page -> lead.get("/desk" + page))
                    .filter(seen -> seen.status() != 200)
                    .forEach(seen -> wrong.add(seen.status() + " " + seen.address()));
            Stream.of("/people", "/vault", "/log")
                    .map(page -> lead.get("/desk" + page))
                    .filter(seen -> seen.status() >= 500)
                    .forEach(seen -> wrong.add(seen.status() + " " + seen.address()));
            assertTrue(
                    lead.firstLine("/desk/changes").startsWith("data:"), "the counts that go on");
        }

        private void readings(Session lead) {
            for (String read :
                    List.of(
                            LOOK,
                            own,
                            own + "/exhibits",
                            "/api/v1/desk/overview",
                            "/api/v1/desk/filters",
                            "/api/v1/exports",
                            "/api/v1/exports/" + export,
                            "/api/v1/staff/members")) {
                wrong(lead.get(read), 200);
            }
        }

        private void writings(Session lead) {
            wrong(lead.post(own + "/notes", Map.of("text", "seen")), 201);
            wrong(lead.post(own + "/messages", Map.of("text", "We are here.")), 201);
            wrong(lead.post(own + "/relatives", Map.of("reason", "to help")), 200);
            wrong(put(lead, "status", Map.of("status", "ACKNOWLEDGED")), 200);
            wrong(put(lead, "band", Map.of("band", "P0", "reason", "worse")), 200);
            wrong(put(lead, "assignment", Map.of("member", member("caseworker"))), 200);
            wrong(
                    lead.post(
                            "/api/v1/desk/batches",
                            Map.of(
                                    "reports",
                                    List.of(own.substring(own.lastIndexOf('/') + 1)),
                                    "status",
                                    "IN_TRIAGE")),
                    200);
        }

        private Answer put(Session lead, String thing, Object body) {
            String tag = lead.get(own).require(200).header("ETag");
            return lead.put(own + "/" + thing, body, "If-Match", tag);
        }

        private void handOver(Visitor investigator) {
            Session program = stack.session("investigator-de");
            assertEquals(200, investigator.get("/authority").status());
            String handed = "/api/v1/exports/" + export;
            wrong(program.get(handed), 200);
            Answer sealed = program.get(handed + "/package");
            wrong(sealed, 200);
            assertTrue(sealed.body().length > 1000, "the package itself is read with a name");
            wrong(program.post(handed + "/acknowledgement", Map.of()), 204);
        }
    }

    /** Requests one after the other get the same connection of the pool. */
    @Test
    void nameEndsWithTheRequest() {
        Session lead = stack.unlocked("lead");
        String before = Reports.inbox(stack.http(), foreignReceipt).require(200).text();
        for (int i = 0; i < 20; i++) {
            lead.get(LOOK).require(200);
            lead.get("/api/v1/desk/reports/" + foreign).require(404);
            assertEquals(before, Reports.inbox(stack.http(), foreignReceipt).text());
        }
    }
}
