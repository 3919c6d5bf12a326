package org.amanet.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of the running service: who may read it, that nobody edits it, that edits are named. */
class AuditIT {
    private static final String VERIFICATION = "/api/v1/audit/verification";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Stack stack = Stack.shared();
    private final Session auditor = stack.session("auditor");

    private JsonNode verification() {
        return auditor.get(VERIFICATION).require(200).json();
    }

    @Nested
    class AsTheApplicationsRole {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update audit_entry set detail = 'x' where seq = 1",
                    "update audit_entry set seq = seq where false",
                    "delete from audit_entry where seq = 1",
                    "truncate audit_entry",
                    "drop table audit_entry",
                    "alter table audit_entry add column note text",
                    "alter table audit_entry disable trigger all",
                    "alter table audit_entry owner to amanet",
                    "alter table audit_entry rename to other",
                    "create rule silence as on insert to audit_entry do instead nothing",
                    "create trigger silence before insert on audit_entry for each row"
                            + " execute function suppress_redundant_updates_trigger()",
                    "create policy silence on audit_entry using (false)",
                    "begin; lock table audit_entry in access exclusive mode",
                    "update audit_checkpoint set signature = '' where seq = 1",
                    "delete from audit_checkpoint",
                    "truncate audit_checkpoint",
                    "drop table audit_checkpoint",
                    "grant delete on audit_entry to amanet; delete from audit_entry",
                    "set role amanet_owner",
                    "set session_replication_role = replica",
                    "alter role amanet superuser",
                    "create table other (id int)"
                })
        void nothingButReadingAndAddingIsAllowed(String statement) throws SQLException {
            verification();
            try (Connection connection = stack.postgres().application();
                    Statement sql = connection.createStatement()) {
                SQLException refused =
                        assertThrows(SQLException.class, () -> sql.execute(statement));
                assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), refused.getMessage());
            }
        }

        @Test
        void theRoleOwnsNothingAndBelongsToNobody() throws SQLException {
            try (Connection connection = stack.postgres().superuser();
                    Statement sql = connection.createStatement();
                    var rows =
                            sql.executeQuery(
                                    "select count(*) from pg_class c join pg_roles r"
                                            + " on r.oid = c.relowner where r.rolname = 'amanet'"
                                            + " union all select count(*) from pg_auth_members m"
                                            + " join pg_roles r on r.oid = m.member"
                                            + " where r.rolname = 'amanet'")) {
                while (rows.next()) {
                    assertEquals(0, rows.getInt(1));
                }
            }
        }
    }

    @Nested
    class Untouched {
        @Test
        void isIntactAndCountsTheReadingItself() {
            long before = verification().path("entries").asLong();
            JsonNode verification = verification();
            assertTrue(verification.path("intact").asBoolean(), verification.toString());
            assertTrue(verification.path("entries").asLong() > before);
            assertEquals(
                    verification.path("entries").asLong(),
                    verification.path("head").path("seq").asLong());
        }

        @Test
        void everyReadingStandsInTheLogWithItsReader() {
            long head = verification().path("head").path("seq").asLong();
            auditor.get("/api/v1/audit/entries?after=" + head).require(200);
            JsonNode entries =
                    auditor.get("/api/v1/audit/entries?after=" + (head - 1))
                            .require(200)
                            .json()
                            .path("items");
            JsonNode first = entries.path(0);
            assertEquals("AUDIT_READ", first.path("act").asText());
            assertEquals("VERIFICATION", first.path("detail").asText());
            assertEquals("AUDITOR", first.path("by").asText());
            assertEquals(36, first.path("actor").asText().length());
            List<String> details = new ArrayList<>();
            entries.forEach(entry -> details.add(entry.path("detail").asText()));
            assertTrue(details.contains("ENTRIES"), details.toString());
        }

        @Test
        void isWalkedByLinksWithoutGapOrRepetition() {
            List<Long> numbers = new ArrayList<>();
            String path = "/api/v1/audit/entries?limit=7";
            for (int pages = 0; pages < 3; pages++) {
                Answer page = auditor.get(path).require(200);
                page.json().path("items").forEach(e -> numbers.add(e.path("seq").asLong()));
                path = page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
            }
            assertEquals(21, numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1, numbers.get(i));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"after=-1", "limit=0", "limit=1001"})
        void oddWishesAreRefusedInWords(String query) {
            Answer answer = auditor.get("/api/v1/audit/entries?" + query).require(400);
            assertTrue(answer.text("type").endsWith("/invalid-request"), answer.text());
        }
    }

    @Nested
    class SixteenWriters {
        private static final int WRITERS = 16;
        private static final int EACH = 25;

        @Test
        void leaveNoGapAndNoFork() throws Exception {
            long before = verification().path("entries").asLong();
            Callable<Void> writer =
                    () -> {
                        for (int i = 0; i < EACH; i++) {
                            auditor.get("/api/v1/audit/entries?limit=1").require(200);
                        }
                        return null;
                    };
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                List<Callable<Void>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(writer);
                }
                for (Future<Void> done : threads.invokeAll(writers)) {
                    done.get();
                }
            }
            JsonNode after = verification();
            assertTrue(after.path("intact").asBoolean(), after.toString());
            assertTrue(after.path("entries").asLong() >= before + WRITERS * EACH);
        }
    }

    @Nested
    class TakenAway {
        @TempDir Path folder;

        private Path take() throws IOException {
            Path log = folder.resolve("audit.ndjson");
            Files.write(log, auditor.get("/api/v1/audit/log").require(200).body());
            Path key = folder.resolve("key.pem");
            Files.write(key, stack.http().get("/api/v1/audit/checkpoint-key").require(200).body());
            return log;
        }

        private String run(int expected, String... command) throws Exception {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertEquals(expected, process.waitFor(), said);
            return said;
        }

        private String verify(int expected, Path log) throws Exception {
            return run(
                    expected,
                    "bin/verify-log",
                    log.toString(),
                    folder.resolve("key.pem").toString());
        }

        @Test
        void isSignedToItsEndAndCheckedWithoutTheService() throws Exception {
            String said = verify(0, take());
            assertTrue(said.contains("INTACT"), said);
            assertFalse(said.contains("Not signed yet"), said);
        }

        @Test
        void isCheckedByOpensslAlone() throws Exception {
            List<String> lines = Files.readAllLines(take());
            JsonNode point =
                    new com.fasterxml.jackson.databind.ObjectMapper()
                            .readTree(lines.get(lines.size() - 2))
                            .path("checkpoint");
            Path statement = folder.resolve("statement");
            Files.writeString(
                    statement,
                    "amanet checkpoint v1\n"
                            + point.path("seq").asText()
                            + "\n"
                            + point.path("hash").asText()
                            + "\n"
                            + point.path("at").asText());
            Path signature = folder.resolve("signature");
            Files.write(
                    signature,
                    java.util.Base64.getDecoder().decode(point.path("signature").asText()));
            run(
                    0,
                    "openssl",
                    "pkeyutl",
                    "-verify",
                    "-pubin",
                    "-inkey",
                    folder.resolve("key.pem").toString(),
                    "-rawin",
                    "-in",
                    statement.toString(),
                    "-sigfile",
                    signature.toString());
        }

        @Test
        void namesAnEditByAnybodyWhoHoldsTheDatabase() throws Exception {
            take();
            try (Tampering tampering = new Tampering(stack.postgres())) {
                tampering.run("update audit_entry set act = 'NOTHING' where seq = 3");
                String said = verify(1, take());
                assertTrue(said.contains("BROKEN at entry 3: it was edited"), said);
            }
            verify(0, take());
        }
    }

    @Nested
    class EditedBySuperuser {
        private void assertBroken(long seq, Breach why, String... statements) throws Exception {
            auditor.get("/api/v1/audit/log").require(200); // signs up to here
            try (Tampering tampering = new Tampering(stack.postgres())) {
                for (String statement : statements) {
                    tampering.run(statement);
                }
                JsonNode broken = verification().path("broken");
                assertEquals(why.name(), broken.path("why").asText(), broken.toString());
                assertEquals(seq, broken.path("seq").asLong());
            }
            assertTrue(verification().path("intact").asBoolean(), "put back");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "at = at + interval '1 second'",
                    "act = 'AUDIT_READ'",
                    "act = 'SOMETHING_ELSE'",
                    "actor_kind = 'SYSTEM'",
                    "actor = gen_random_uuid()",
                    "report = gen_random_uuid()",
                    "subject = gen_random_uuid()",
                    "version = 7",
                    "detail = 'x'",
                    "previous = decode(repeat('ab', 32), 'hex')",
                    "hash = decode(repeat('ab', 32), 'hex')"
                })
        void anyFieldIsNamed(String change) throws Exception {
            assertBroken(5, Breach.EDITED, "update audit_entry set " + change + " where seq = 5");
        }

        @Test
        void aDeletedEntryIsNamed() throws Exception {
            assertBroken(4, Breach.MISSING, "delete from audit_entry where seq = 4");
        }

        @Test
        void exchangedEntriesAreNamed() throws Exception {
            assertBroken(
                    4,
                    Breach.EDITED,
                    "update audit_entry set seq = -4 where seq = 4",
                    "update audit_entry set seq = 4 where seq = 5",
                    "update audit_entry set seq = 5 where seq = -4");
        }

        @Test
        void anEntryThatStandsTwiceIsNamed() throws Exception {
            assertBroken(
                    4,
                    Breach.OUT_OF_ORDER,
                    "alter table audit_entry drop constraint audit_entry_pkey,"
                            + " drop constraint audit_entry_hash_key",
                    "insert into audit_entry select * from audit_entry where seq = 4");
        }

        @Test
        void aTailCutOffIsNamedByTheCheckpoint() throws Exception {
            long head = verification().path("head").path("seq").asLong();
            // The reading that finds it takes the first free number; the one after it is missing.
            assertBroken(
                    head, Breach.CUT_OFF, "delete from audit_entry where seq >= " + (head - 1));
        }

        @Test
        void aForgedCheckpointIsNamed() throws Exception {
            assertBroken(
                    2,
                    Breach.CHECKPOINT_FORGED,
                    "insert into audit_checkpoint select 2, hash, at, decode(repeat('ab', 64),"
                            + " 'hex') from audit_entry where seq = 2 on conflict (seq) do update"
                            + " set signature = excluded.signature");
        }
    }

    @Nested
    class BesidesTheAuditor {
        @Test
        void theServiceItselfNoticesAndSaysSoOutsideTheDatabase() throws Exception {
            try (var replica = stack.replica(Map.of("amanet.audit.verification-every", "1s"));
                    Tampering tampering = new Tampering(stack.postgres())) {
                tampering.run("delete from audit_entry where seq = 2");
                String expected = "the audit log is broken at entry 2: MISSING";
                Instant end = Instant.now().plusSeconds(30);
                while (!said(expected) && Instant.now().isBefore(end)) {
                    Thread.sleep(500);
                }
                assertTrue(said(expected));
            }
        }

        private boolean said(String words) throws IOException {
            try (Stream<Path> logs = Files.list(stack.logs())) {
                for (Path log : logs.toList()) {
                    if (Files.readString(log).contains(words)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    @Nested
    class AsOthers {
        @ParameterizedTest
        @ValueSource(strings = {"verification", "entries", "log"})
        void theLogIsForTheAuditorAlone(String what) {
            String path = "/api/v1/audit/" + what;
            stack.http().get(path).require(401);
            for (String other : List.of("caseworker", "lead", "investigator-de")) {
                stack.session(other).get(path).require(403);
            }
        }

        @Test
        void thePublicKeyIsPublic() {
            String pem = stack.http().get("/api/v1/audit/checkpoint-key").require(200).text();
            assertTrue(pem.startsWith("-----BEGIN PUBLIC KEY-----"), pem);
        }
    }

    @Nested
    class WithTwoServers {
        @Test
        void checkpointsAreMadeByBothAndAllAreRight() throws Exception {
            Map<String, String> often =
                    Map.of(
                            "amanet.audit.checkpoint-age", "1s",
                            "amanet.audit.checkpoint-look", "1s");
            try (var one = stack.replica(often);
                    var two = stack.replica(often)) {
                JsonNode before = verification().path("checkpoint");
                for (int i = 0; i < 30; i++) {
                    auditor.get("/api/v1/audit/entries?limit=1").require(200);
                    Thread.sleep(200);
                }
                JsonNode after = verification();
                assertTrue(after.path("intact").asBoolean(), after.toString());
                assertNotEquals(before, after.path("checkpoint"));
            }
        }
    }
}
