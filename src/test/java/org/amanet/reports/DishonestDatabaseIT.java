package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Identity;
import org.amanet.testing.Database;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody gains who may write whatever they like into the database: nothing readable, and a
 * line in the log.
 */
class DishonestDatabaseIT {
    private static final Stack STACK = Stack.shared();
    private static final String WORD = "kolibri";
    private static final String VICTIM = "dishonest-victim";

    private final Edits database = new Edits(STACK);
    private long start;

    @BeforeAll
    static void somebodyWhoseRowIsEdited() {
        STACK.add(Account.staff(VICTIM, "caseworker", "north"));
    }

    @BeforeEach
    void rememberWhereTheLogEnds() {
        start =
                STACK.session("auditor")
                        .get("/api/v1/audit/verification")
                        .require(200)
                        .json()
                        .at("/head/seq")
                        .asLong();
    }

    /** A report that was taken in. */
    private record Taken(UUID id, String receipt) {
        static Taken in() {
            return in("north");
        }

        static Taken in(String desk) {
            Map<String, Object> report =
                    Reports.whole(WORD + " account", WORD + " relatives", "DE");
            report.put("desk", desk);
            Answer answer = Reports.submitted(STACK.http(), report);
            String id =
                    Database.text(
                            STACK,
                            "select id::text from report where reference = ?",
                            answer.text("reference"));
            return new Taken(UUID.fromString(id), answer.text("receipt"));
        }

        Answer opened(Session by) {
            return by.get("/api/v1/desk/reports/" + id);
        }

        Answer inbox() {
            return Reports.inbox(STACK.http(), receipt);
        }
    }

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static String memberId(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    private static void assertBroken(Answer answer) {
        answer.require(409);
        assertTrue(answer.text("type").endsWith("/seal-broken"), answer.text());
        assertFalse(answer.text().contains(WORD), answer.text());
    }

    private void assertTold(Predicate<JsonNode> which) {
        List<JsonNode> told = new ArrayList<>();
        for (JsonNode entry :
                STACK.session("auditor")
                        .get("/api/v1/audit/entries?limit=1000&after=" + start)
                        .require(200)
                        .json()
                        .path("items")) {
            if (entry.path("act").asText().equals("SEAL_BROKEN") && which.test(entry)) {
                told.add(entry);
            }
        }
        assertFalse(told.isEmpty(), "the log says nothing of it");
    }

    private static Predicate<JsonNode> about(Taken report, String by) {
        return entry ->
                entry.path("report").asText().equals(report.id().toString())
                        && entry.path("by").asText().equals(by);
    }

    private static Predicate<JsonNode> touching(String member) {
        return entry -> entry.path("subject").asText().equals(member);
    }

    @Nested
    class Parts {
        private final Taken mine = Taken.in();
        private final Taken other = Taken.in();

        private void assertRefusedToAll(Taken report) {
            assertBroken(report.opened(caseworker()));
            assertTold(about(report, "CASEWORKER"));
            assertBroken(report.inbox());
            assertTold(about(report, "REPORTER"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ACCOUNT", "TRIAGE", "CONSENT"})
        void swappedBetweenReportsAreRefused(String kind) {
            database.run(
                    "update part p set sealed = q.sealed from part q where p.kind = '%s' and"
                            + " q.kind = p.kind and p.report in ('%s', '%s') and q.report in"
                            + " ('%2$s', '%3$s') and p.report <> q.report",
                    kind, mine.id(), other.id());
            assertRefusedToAll(mine);
            assertRefusedToAll(other);
        }

        @Test
        void movedWithTheirKeysAreRefused() {
            // Whoever moves the grants as well moves a whole report under another's name.
            database.run("delete from report_grant where report = '%s'", other.id());
            database.run(
                    "insert into report_grant select '%s', compartment, holder, sealed"
                            + " from report_grant where report = '%s'",
                    other.id(), mine.id());
            database.run("delete from part where report = '%s'", other.id());
            database.run(
                    "update part set report = '%s' where report = '%s'", other.id(), mine.id());
            assertBroken(other.opened(caseworker()));
            assertBroken(other.inbox());
        }

        @Test
        void swappedWithinAReportAreRefused() {
            caseworkerSays("the first");
            caseworkerSays("the second");
            database.run(
                    "update part p set sealed = q.sealed from part q where p.report = '%s' and"
                            + " q.report = p.report and p.kind = 'MESSAGE' and q.kind = 'MESSAGE'"
                            + " and p.id <> q.id",
                    mine.id());
            assertRefusedToAll(mine);
        }

        private void caseworkerSays(String text) {
            caseworker()
                    .post("/api/v1/desk/reports/" + mine.id() + "/messages", Map.of("text", text))
                    .require(201);
        }

        @Test
        void thatAreAnswersCannotBeMadeToVanish() {
            caseworkerSays("you are safe with us");
            database.run("delete from part where report = '%s' and kind = 'MESSAGE'", mine.id());
            assertRefusedToAll(mine);
        }

        @Test
        void thatSpeakOfRelativesCannotBeMadeToVanish() {
            database.run("delete from part where report = '%s' and kind = 'RELATIVES'", mine.id());
            assertRefusedToAll(mine);
        }

        @Test
        void thatAreAnOlderConsentAreNotTheConsent() {
            STACK.http()
                    .post(
                            "/api/v1/inbox/consent",
                            Map.of(
                                    "receipt",
                                    mine.receipt(),
                                    "language",
                                    "en",
                                    "consent",
                                    Map.of("C0", Map.of("granted", true))))
                    .require(204);
            database.run(
                    "delete from part where report = '%s' and kind = 'CONSENT' and version = 2",
                    mine.id());
            assertRefusedToAll(mine);
            Answer export =
                    caseworker()
                            .post(
                                    "/api/v1/exports",
                                    Map.of(
                                            "recipient",
                                            memberId("investigator-de"),
                                            "profile",
                                            "POLICE_PROSECUTOR",
                                            "reports",
                                            List.of(mine.id())));
            assertBroken(export);
        }

        @Test
        void thatAreAnOlderConsentUnderANewNumberAreRefused() {
            STACK.http()
                    .post(
                            "/api/v1/inbox/consent",
                            Map.of(
                                    "receipt",
                                    mine.receipt(),
                                    "language",
                                    "en",
                                    "consent",
                                    Map.of("C0", Map.of("granted", true))))
                    .require(204);
            database.run(
                    "update part p set sealed = q.sealed from part q where p.report = '%s' and"
                            + " q.report = p.report and p.kind = 'CONSENT' and q.kind = 'CONSENT'"
                            + " and p.version = 2 and q.version = 1",
                    mine.id());
            assertRefusedToAll(mine);
        }

        @Test
        void ofWhichTheLogKnowsMoreAreRefusedAlsoWhenTheLogIsEdited() {
            caseworkerSays("you are safe with us");
            database.run(
                    "create table kept_entry as select * from audit_entry where report = '%s'",
                    mine.id());
            try {
                database.run(
                        "update audit_entry set version = 0 where report = '%s' and"
                                + " act = 'MESSAGE_SENT'",
                        mine.id());
                database.run(
                        "delete from part where report = '%s' and kind = 'MESSAGE'", mine.id());
                assertBroken(mine.opened(caseworker()));
            } finally {
                database.run(
                        "update audit_entry e set version = k.version from kept_entry k"
                                + " where k.seq = e.seq");
                database.run("drop table kept_entry");
            }
        }
    }

    @Nested
    class Receipts {
        @Test
        void pointedAtAnotherReportOpenNothing() {
            Taken mine = Taken.in();
            Taken other = Taken.in();
            String lookup =
                    Database.text(
                            STACK,
                            "select encode(lookup, 'hex') from report where id = ?::uuid",
                            other.id().toString());
            database.run("update report set lookup = null where id = '%s'", other.id());
            database.run(
                    "update report set lookup = decode('%s', 'hex') where id = '%s'",
                    lookup, mine.id());
            assertBroken(other.inbox());
            assertTold(about(mine, "REPORTER"));
        }
    }

    @Nested
    class Parameters {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kdf_memory = 8",
                    "kdf_iterations = 1",
                    "kdf_parallelism = 0",
                    "kdf_memory = 2000000000"
                })
        void ofAReportAreNotWeakened(String change) {
            Taken report = Taken.in();
            database.run("update report set %s where id = '%s'", change, report.id());
            assertBroken(report.opened(caseworker()));
            assertBroken(report.inbox());
            assertTold(about(report, "CASEWORKER"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"kdf_memory = 19456", "kdf_iterations = 2", "salt = null"})
        void ofAVaultAreNotWeakened(String change) {
            String member = memberId(VICTIM);
            try (var row = database.keep("member", member)) {
                database.run("update member set %s where id = '%s'", change, member);
                Answer answer =
                        STACK.newSession(VICTIM)
                                .post(
                                        "/api/v1/vault/session",
                                        Map.of("passphrase", STACK.passphrase(VICTIM)));
                assertBroken(answer);
                assertTold(touching(member));
            }
            STACK.newSession(VICTIM).unlock(STACK.passphrase(VICTIM));
        }
    }

    @Nested
    class Keys {
        /** The log is told once a minute about each; so each test has somebody of its own. */
        private String name;

        private String member;

        @BeforeEach
        void somebodyElse(TestInfo test) {
            name = "key-" + test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
            STACK.add(Account.staff(name, "caseworker", "south"));
            member = memberId(name);
        }

        private String holders(Taken report) {
            return Database.text(
                    STACK,
                    "select count(*)::text from report_grant where report = ?::uuid"
                            + " and holder = ?::uuid",
                    report.id().toString(),
                    member);
        }

        @Test
        void thatSomebodyPutInTheirPlaceReceiveNothing() {
            assertEquals("2", holders(Taken.in("south")), "the true key receives both");
            Session session = STACK.unlocked(name);
            try (var row = database.keep("member", member);
                    Identity attacker = Identity.generate()) {
                database.run(
                        "update member set recipient = '%s' where id = '%s'",
                        attacker.recipient().encoded(), member);
                assertEquals("0", holders(Taken.in("south")));
                assertTold(touching(member));
                assertBroken(session.get("/api/v1/desk/reports"));
                assertBroken(
                        STACK.newSession(name)
                                .post(
                                        "/api/v1/vault/session",
                                        Map.of("passphrase", STACK.passphrase(name))));
            }
            assertEquals("2", holders(Taken.in("south")));
        }

        @Test
        void withAForgedVouchingReceiveNothing() {
            try (var row = database.keep("member", member);
                    var vouching = database.keep("vouching", "member", member);
                    Identity attacker = Identity.generate()) {
                String before =
                        Database.text(
                                STACK, "select recipient from member where id = ?::uuid", member);
                String after = attacker.recipient().encoded();
                database.run("update member set recipient = '%s' where id = '%s'", after, member);
                database.run(
                        "update vouching set statement = replace(statement, '%s', '%s')"
                                + " where member = '%s'",
                        before, after, member);
                assertEquals("0", holders(Taken.in("south")));
                assertTold(touching(member));
            }
        }

        @Test
        void vouchedForByNobodyTheRootTrustsReceiveNothing() {
            try (var vouching = database.keep("vouching", "member", member)) {
                // As if the root had signed: the voucher is taken away, the signature stays.
                database.run("update vouching set voucher = null where member = '%s'", member);
                assertEquals("0", holders(Taken.in("south")));
                assertTold(touching(member));
            }
        }

        @Test
        void ofSomebodyPutAtAnotherDeskOpenNothing() {
            Taken report = Taken.in("south");
            Session session = STACK.unlocked(name);
            try (var row = database.keep("member", member)) {
                database.run("update member set desk = 'north' where id = '%s'", member);
                Answer answer = report.opened(session).require(403);
                assertTrue(answer.text("type").endsWith("/not-vouched"), answer.text());
                assertTold(touching(member));
            }
            report.opened(session).require(200);
        }
    }

    @Nested
    class Grants {
        @Test
        void movedToSomebodyElseOpenNothing() {
            STACK.unlocked("lead")
                    .put(
                            "/api/v1/staff/members/" + memberId(VICTIM) + "/duty",
                            Map.of("onDuty", false))
                    .require(204);
            Taken report = Taken.in();
            Session victim = STACK.unlocked(VICTIM);
            report.opened(victim).require(404);
            database.run(
                    "update report_grant set holder = '%s' where report = '%s' and holder = '%s'",
                    memberId(VICTIM), report.id(), memberId("caseworker"));
            assertBroken(report.opened(victim));
            assertTold(about(report, "CASEWORKER"));
            report.opened(caseworker()).require(404);
        }
    }
}
