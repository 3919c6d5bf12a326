package org.amanet.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.reports.Grant;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InboxIT {
    private static final Map<String, Object> YES = Map.of("granted", true);
    private final Stack stack = Stack.shared();

    @Nested
    class WithTheReceiptOfAReport {
        private final JsonNode accepted = submitted();
        private final String receipt = accepted.path("receipt").asText();

        @Test
        void aFreshReportHasAnEmptyInboxInPlainWords() {
            JsonNode inbox = read(receipt, "de");

            assertEquals("NEW", inbox.path("status").asText());
            assertTrue(inbox.path("statusInWords").asText().startsWith("Ihre Meldung"));
            assertEquals(0, inbox.path("messages").size());
            assertEquals(0, inbox.path("openings").size());
            assertEquals(12, inbox.path("consent").size());
            assertTrue(inbox.at("/consent/C1/granted").asBoolean());
            assertFalse(inbox.at("/consent/C4/granted").asBoolean());
        }

        @Test
        void whatTheDeskAnswersAndThatItOpenedTheReportIsSeen() {
            Session caseworker = stack.unlocked("caseworker");
            String path = opened(caseworker, accepted.path("reference").asText());
            caseworker.post(path + "/messages", Map.of("text", "We are here.")).require(201);

            JsonNode inbox = read(receipt, "en");

            assertEquals("We are here.", inbox.at("/messages/0/text").asText());
            assertEquals("DESK", inbox.at("/messages/0/author").asText());
            assertEquals("REPORT_OPENED", inbox.at("/openings/0/act").asText());
            assertEquals(
                    "A caseworker opened your report", inbox.at("/openings/0/inWords").asText());
        }

        @Test
        void aReplyIsReadByTheDeskAlsoWhenTheReportIsClosed() {
            Session caseworker = stack.unlocked("caseworker");
            String path = opened(caseworker, accepted.path("reference").asText());
            move(caseworker, path, "ACKNOWLEDGED");
            move(caseworker, path, "CLOSED");

            reply(receipt, "It happened again.").require(204);

            assertEquals("CLOSED", read(receipt, "en").path("status").asText());
            String shown = caseworker.get(path).require(200).text();
            assertTrue(shown.contains("It happened again."));
        }

        @Test
        void sentTwiceWithOneKeyAMessageStandsOnce() {
            String key = "k".repeat(22) + UUID.randomUUID();
            for (int i = 0; i < 2; i++) {
                reply(receipt, "Only once.", "Idempotency-Key", key).require(204);
            }
            reply(receipt, "Only once.").require(204);

            assertEquals(2, read(receipt, "en").path("messages").size());
        }

        @Test
        void sentTwiceAtTheSameMomentAMessageStandsOnce() throws Exception {
            String key = "k".repeat(22) + UUID.randomUUID();
            try (var threads = Executors.newFixedThreadPool(4)) {
                Callable<Answer> send = () -> reply(receipt, "One.", "Idempotency-Key", key);
                for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(4, send))) {
                    answer.get().require(204);
                }
            }

            assertEquals(1, read(receipt, "en").path("messages").size());
        }

        @Test
        void whatIsAllowedCanBeChangedButKeepingEndsOnlyByWithdrawal() {
            Object police = Map.of("granted", true, "country", "DE", "identity", "PSEUDONYM");
            consent(receipt, Map.of("C0", YES, "C4", police)).require(204);

            JsonNode consent = read(receipt, "en").path("consent");
            assertEquals("DE", consent.at("/C4/country").asText());
            assertFalse(consent.at("/C1/granted").asBoolean());

            consent(receipt, Map.of("C1", YES)).require(422);
            assertTrue(read(receipt, "en").at("/consent/C4/granted").asBoolean());
        }

        @Test
        void afterWithdrawalTheReceiptOpensTheOrdinaryEmptyInbox() {
            Session caseworker = stack.unlocked("caseworker");
            String path = opened(caseworker, accepted.path("reference").asText());
            reply(receipt, "I take it back.").require(204);

            withdraw(receipt).require(204);

            assertEquals(read(unheld(), "en"), read(receipt, "en"));
            caseworker.get(path).require(404);
            withdraw(receipt).require(204);
        }

        @Test
        void aRestrictedReportLooksLikeANewOne() {
            String restricted = submitted(Map.of("insider", true)).path("receipt").asText();

            assertEquals(read(receipt, "en"), read(restricted, "en"));
        }
    }

    @Nested
    class WithAReceiptThatNobodyHolds {
        @Test
        void theInboxIsThatOfAFreshReport() {
            Answer fresh = visit(submitted().path("receipt").asText(), "ug");
            Answer unheld = visit(unheld(), "ug");

            assertEquals(fresh.json(), unheld.json());
            assertEquals(fresh.body().length, unheld.body().length);
            assertEquals(fresh.headers().map().keySet(), unheld.headers().map().keySet());
        }

        @Test
        void whatIsWrittenIsThereWhenItIsBroughtAgainAsInAnyInbox() {
            String receipt = unheld();
            reply(receipt, "Is somebody there?").require(204);
            consent(receipt, Map.of("C0", YES, "C2", YES)).require(204);

            JsonNode inbox = read(receipt, "en");

            assertEquals("Is somebody there?", inbox.at("/messages/0/text").asText());
            assertEquals("REPORTER", inbox.at("/messages/0/author").asText());
            assertTrue(inbox.at("/consent/C2/granted").asBoolean());
            assertEquals("NEW", inbox.path("status").asText());
        }

        @Test
        void whatIsWrittenReachesNoDesk() {
            reply(unheld(), "Is somebody there?").require(204);

            assertTrue(count("select count(*) from report where desk = ''") > 0);
            assertEquals(
                    0,
                    count(
                            "select count(*) from report r join report_grant g on g.report = r.id"
                                    + " where r.desk = '' and g.holder <> '"
                                    + Grant.REPORTER
                                    + "'"));
        }

        @Test
        void takingItBackLeavesItEmptyAgain() {
            String receipt = unheld();
            reply(receipt, "Is somebody there?").require(204);

            withdraw(receipt).require(204);

            assertEquals(read(unheld(), "en"), read(receipt, "en"));
        }

        /** All of them open the same row; taking it away from one would empty the others' inbox. */
        @Test
        void takingNothingBackTakesNothingFromOthers() {
            JsonNode before = read(unheld(), "en");

            withdraw(unheld()).require(204);

            assertEquals(before, read(unheld(), "en"));
        }
    }

    @Nested
    class WithSomethingThatIsNoReceipt {
        @Test
        void theAnswerSaysSoWithoutRepeatingIt() {
            Answer answer = visit("4444 4444", "en").require(400);

            assertEquals("/problems/receipt-malformed", answer.text("type"));
            assertFalse(answer.text().contains("4444"));
        }

        @Test
        void oneWrongDigitIsCaughtForEveryAct() {
            String receipt = unheld();
            char last = receipt.charAt(receipt.length() - 1);
            String wrong = receipt.substring(0, receipt.length() - 1) + (last == '0' ? '1' : '0');

            visit(wrong, "en").require(400);
            reply(wrong, "lost?").require(400);
            consent(wrong, Map.of("C0", YES)).require(400);
            withdraw(wrong).require(400);
        }
    }

    private JsonNode submitted() {
        return submitted(Map.of());
    }

    private JsonNode submitted(Map<String, Object> more) {
        Map<String, Object> report = Reports.saying("They call every week.");
        report.putAll(more);
        return Reports.submitted(stack.http(), report).json();
    }

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }

    private Answer visit(String receipt, String language) {
        return stack.http()
                .post("/api/v1/inbox", Map.of("receipt", receipt), "Accept-Language", language);
    }

    private JsonNode read(String receipt, String language) {
        return visit(receipt, language).require(200).json();
    }

    private Answer reply(String receipt, String text, String... headers) {
        return stack.http()
                .post("/api/v1/inbox/replies", Map.of("receipt", receipt, "text", text), headers);
    }

    private Answer consent(String receipt, Map<String, Object> choices) {
        return stack.http()
                .post(
                        "/api/v1/inbox/consent",
                        Map.of("receipt", receipt, "language", "en", "consent", choices));
    }

    private Answer withdraw(String receipt) {
        return stack.http().post("/api/v1/inbox/withdrawal", Map.of("receipt", receipt));
    }

    /** Opens a report as this member, and answers its path. */
    private String opened(Session member, String reference) {
        String path = "/api/v1/desk/reports/" + idOf(reference);
        member.get(path).require(200);
        return path;
    }

    private static void move(Session member, String path, String status) {
        String tag = member.get(path).require(200).header("ETag");
        member.put(path + "/status", Map.of("status", status), "If-Match", tag).require(200);
    }

    private UUID idOf(String reference) {
        return asked(
                "select id from report where reference = '" + reference + "'",
                row -> row.getObject(1, UUID.class));
    }

    private long count(String query) {
        return asked(query, row -> row.getLong(1));
    }

    private <T> T asked(String query, Column<T> column) {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return column.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
