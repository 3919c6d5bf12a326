package org.amanet.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.amanet.testing.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "It happened" and "there is a new deadline": nothing of it may wait unseen. */
class NewsIT {
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();
    private final JsonNode accepted =
            Reports.submitted(http, Reports.saying("They call every week.")).json();
    private final String receipt = accepted.path("receipt").asText();
    private final String path =
            "/api/v1/desk/reports/"
                    + Database.text(
                            stack,
                            "select id::text from report where reference = ?",
                            accepted.path("reference").asText());

    @Nested
    class AsReporter {
        @Test
        void whatHappenedMovesTheReportUpUnreadAndSaysWhy() {
            opened();
            happened("URG.LIFE.ATTACK_RECENT", "They waited at the door.").require(204);

            assertEquals("P1", column("band"));
            assertEquals("true", column("unread::text"));
            JsonNode opened = opened();
            assertEquals("They waited at the door.", opened.at("/answers/0/words").asText());
            assertTrue(opened.at("/triage/rules").toString().contains("URG.LIFE.ATTACK_RECENT"));
            assertTrue(opened.path("history").toString().contains("P3 to P1"));
            assertTrue(due().isBefore(inHours(25)));
        }

        @Test
        void whatComesTrueIsNeverOnlyNormal() {
            happened("URG.OTHER", "What they said.").require(204);
            assertEquals("P2", column("band"));
        }

        @Test
        void whatIsLessUrgentLeavesTheBandWhereItIs() {
            happened("URG.LIFE.ATTACK_NOW", null).require(204);
            Instant before = due();
            happened("URG.OTHER", "And more.").require(204);
            assertEquals("P0", column("band"));
            assertEquals(before, due());
        }

        @Test
        void whatHappensAgainMovesUpAgainWhatAPersonMovedDown() {
            happened("URG.LIFE.ATTACK_RECENT", null).require(204);
            Session lead = stack.unlocked("lead");
            String tag = lead.get(path).require(200).header("ETag");
            Map<String, Object> lower = Map.of("band", "P3", "reason", "It was long ago.");
            lead.put(path + "/band", lower, "If-Match", tag).require(200);

            happened("URG.LIFE.ATTACK_RECENT", null).require(204);

            assertEquals("P1", column("band"));
        }

        @Test
        void aClosedReportIsBackInTheQueue() {
            Session lead = stack.unlocked("lead");
            for (String next : List.of("ACKNOWLEDGED", "CLOSED")) {
                String tag = lead.get(path).require(200).header("ETag");
                lead.put(path + "/status", Map.of("status", next), "If-Match", tag).require(200);
            }

            happened("URG.FAM.DETAINED_30D", null).require(204);

            assertEquals("NEW", column("status"));
            assertEquals("NEW", inbox().path("status").asText());
            assertTrue(opened().path("history").toString().contains("CLOSED to NEW"));
        }

        @Test
        void aDayThatIsNearIsUrgentAtOnce() {
            deadline("URG.RETURN", today().plusDays(5).toString()).require(204);
            assertEquals("P0", column("band"));
            JsonNode opened = opened();
            assertEquals(today().plusDays(5).toString(), opened.at("/answers/0/date").asText());
            assertEquals("URG.RETURN.DATE_7D", opened.at("/triage/rules/0").asText());
        }

        @Test
        void aDayThatIsFarKeepsAPersonFromLookingTooLate() {
            Session caseworker = stack.unlocked("caseworker");
            deadline("URG.DEMAND", today().plusDays(20).toString()).require(204);
            assertEquals("P3", column("band"));

            caseworker.post(path + "/messages", Map.of("text", "We are here.")).require(201);

            Instant urgent = today().plusDays(17).atStartOfDay(ZoneOffset.UTC).toInstant();
            assertEquals(urgent, due());
        }

        @ParameterizedTest
        @ValueSource(ints = {-8, 366 * 3})
        void aDayThatMustBeMistypedIsRefused(int days) {
            deadline("URG.RETURN", today().plusDays(days).toString()).require(400);
            assertEquals(0, inbox().path("answers").size());
        }

        @ParameterizedTest
        @CsvSource({"HAPPENED,DEM.MONEY", "HAPPENED,URG.NONE", "DEADLINE,URG.LIFE.ATTACK_NOW"})
        void whatIsNotOfferedIsRefused(String question, String code) {
            answer(receipt, Map.of("question", question, "codes", List.of(code))).require(400);
            answer(receipt, Map.of("question", question)).require(400);
        }

        @Test
        void neitherIsAskedOfAnybody() {
            String open = inbox().path("open").toString();
            assertFalse(open.contains("HAPPENED") || open.contains("DEADLINE"));
        }

        @Test
        void whatIsToldOfFamilyLiesUnderTheSecondLock() {
            Map<String, Object> answer = Map.of("question", "RELATIVES", "words", "Her brother.");
            answer(receipt, answer).require(204);
            answer(receipt, answer).require(204);

            assertEquals(2, inbox().path("answers").size());
            assertFalse(inbox().toString().contains("Her brother."));
            JsonNode opened = opened();
            assertTrue(opened.path("hasRelatives").asBoolean());
            assertFalse(opened.toString().contains("Her brother."));
            Map<String, Object> why = Map.of("reason", "They may be taken.");
            JsonNode told =
                    stack.unlocked("caseworker").post(path + "/relatives", why).require(200).json();
            assertEquals("", told.path("relatives").asText());
            assertEquals("Her brother.", told.at("/later/1/text").asText());
        }
    }

    @Nested
    class OnTheCaseworkersPage {
        @Test
        void howToReachThemIsShownTheLatestFirstAndEarlierOnesStay() {
            contact("only mornings").require(204);
            contact("only evenings").require(204);
            String page = shown();
            assertTrue(page.indexOf("only evenings") > 0);
            assertTrue(page.indexOf("only evenings") < page.indexOf("only mornings"));
        }

        @Test
        void whatChangedStandsOnTopWithWhyTheBandRose() {
            happened("URG.LIFE.ATTACK_RECENT", "They waited at the door.").require(204);
            String page = shown();
            assertTrue(page.indexOf("They waited at the door.") < page.indexOf("id=\"account\""));
            String band =
                    page.substring(page.indexOf("id=\"band\""), page.indexOf("id=\"consent\""));
            assertTrue(band.contains("<span class=\"band P1\">P1</span><ul"));
            assertTrue(band.contains("Somebody was attacked recently"));
        }

        @Test
        void noLabelIsAQuestionWithAColon() {
            Map<String, Object> who = Map.of("actor", "ACT.MISSION", "basis", "ATT.SHOWN");
            answer(receipt, Map.of("question", "WHO", "suspect", who)).require(204);
            String page = shown();
            assertTrue(page.contains("How do you know? <bdi"));
            assertFalse(page.contains("?:"));
        }

        @Test
        void theWordsOfTheConsentAreThoseThatWereShown() {
            String page = shown();
            assertTrue(page.contains("Version 1, English"));
            assertTrue(page.contains("You may answer me in my inbox"));
        }

        private String shown() {
            Visitor visitor = new Visitor(stack);
            visitor.signIn("caseworker", "/desk/vault").require(200);
            Map<String, String> unlocking =
                    Map.of("passphrase", stack.passphrase("caseworker"), "then", "/desk");
            visitor.post("/desk/vault/session", unlocking).require(200);
            return visitor.get(path.replace("/api/v1", "")).require(200).text();
        }
    }

    @Nested
    class OnThePage {
        @Test
        void helpComesAtOnceWhereSomebodyIsInDanger() {
            Answer asked = page(receipt, "deed=TELL&topic=HAPPENED").require(200);
            assertTrue(asked.text().contains("value=\"URG.LIFE.ATTACK_NOW\" class=\"is-danger\""));
            Answer done = told(receipt, asked, "HAPPENED", "codes=URG.LIFE.ATTACK_NOW");
            assertTrue(done.text().contains("<div class=\"notice alarm\" role=\"alert\""));
            assertTrue(done.text().contains("tel:112"));
        }

        @Test
        void aDayIsReadHoweverItIsTyped() {
            LocalDate day = today().plusDays(40);
            for (String typed :
                    List.of(
                            day.toString(),
                            "%d.%d.%d"
                                    .formatted(
                                            day.getDayOfMonth(),
                                            day.getMonthValue(),
                                            day.getYear()))) {
                Answer asked = page(receipt, "deed=TELL&topic=DEADLINE");
                told(receipt, asked, "DEADLINE", "codes=URG.ASYL&date=" + typed).require(200);
            }
            JsonNode answers = inbox().path("answers");
            assertEquals(day.toString(), answers.at("/0/date").asText());
            assertEquals(day.toString(), answers.at("/1/date").asText());
        }

        @Test
        void aDayThatNobodyCanReadComesBackWithTheWords() {
            Answer asked = page(receipt, "deed=TELL&topic=DEADLINE");
            Answer again = told(receipt, asked, "DEADLINE", "date=soon&words=before+Nawroz");
            assertEquals(400, again.status());
            assertTrue(again.text().contains("before Nawroz"));
            assertEquals(0, inbox().path("answers").size());
        }

        @ParameterizedTest
        @CsvSource({
            "HAPPENED,codes=URG.LIFE.ATTACK_NOW&words=now",
            "DEADLINE,codes=URG.RETURN&words=soon",
            "RELATIVES,words=a+brother",
            "EXCLUSIONS,words=a+neighbour",
            "CONTACT,contact-times=never"
        })
        void aReceiptThatNobodyHoldsIsAnsweredAlike(String topic, String fields) {
            String unheld = unheld();
            Answer mine = page(receipt, "deed=TELL&topic=" + topic);
            Answer nobodys = page(unheld, "deed=TELL&topic=" + topic);
            assertEquals(blank(mine, receipt), blank(nobodys, unheld));
            Answer told = told(receipt, mine, topic, fields).require(200);
            Answer toNobody = told(unheld, nobodys, topic, fields).require(200);
            assertEquals(blank(told, receipt), blank(toNobody, unheld));
            assertEquals(told.body().length, toNobody.body().length);
        }

        @Test
        void afterWithdrawalNothingReachesWhatWasThere() {
            http.post("/api/v1/inbox/withdrawal", Map.of("receipt", receipt)).require(204);
            happened("URG.LIFE.ATTACK_NOW", "Is anybody there?").require(204);
            assertEquals("WITHDRAWN", column("status"));
            assertEquals("P3", column("band"));
            stack.unlocked("caseworker").get(path).require(404);
        }
    }

    private Answer contact(String times) {
        Map<String, Object> contact = Map.of("times", times);
        return answer(receipt, Map.of("question", "CONTACT", "contact", contact));
    }

    private Answer happened(String code, String words) {
        return answer(
                receipt,
                words == null
                        ? Map.of("question", "HAPPENED", "codes", List.of(code))
                        : Map.of("question", "HAPPENED", "codes", List.of(code), "words", words));
    }

    private Answer deadline(String about, String day) {
        return answer(
                receipt, Map.of("question", "DEADLINE", "codes", List.of(about), "date", day));
    }

    private Answer answer(String receipt, Map<String, Object> answer) {
        return http.post("/api/v1/inbox/answers", Map.of("receipt", receipt, "answer", answer));
    }

    private Answer page(String code, String fields) {
        return http.form(
                "/en/inbox",
                "receipt=%s&%s".formatted(Http.encoded(code), fields),
                "Accept",
                "text/html");
    }

    private Answer told(String code, Answer asked, String topic, String fields) {
        var once = ONCE.matcher(asked.text());
        assertTrue(once.find());
        return page(
                code,
                "deed=ANSWER&topic=%s&question=%s&once=%s&%s"
                        .formatted(topic, topic, once.group(1), fields));
    }

    private static String blank(Answer page, String code) {
        return ONCE.matcher(page.text().replace(code, "")).replaceAll("");
    }

    private JsonNode opened() {
        return stack.unlocked("caseworker").get(path).require(200).json();
    }

    private JsonNode inbox() {
        return Reports.inbox(http, receipt).require(200).json();
    }

    private String column(String name) {
        return Database.text(
                stack,
                "select " + name + " from report where reference = ?",
                accepted.path("reference").asText());
    }

    private Instant due() {
        return Instant.ofEpochSecond(Long.parseLong(column("extract(epoch from due_at)::bigint")));
    }

    private static Instant inHours(int hours) {
        return Clock.systemUTC().instant().plusSeconds(hours * 3600L);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }
}
