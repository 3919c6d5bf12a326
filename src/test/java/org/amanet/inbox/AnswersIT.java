package org.amanet.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was left out is asked later, one question at a time, and never changes what was told. */
class AnswersIT {
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("name=\"question\" value=\"([A-Z]+)\"");

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();

    @Nested
    class ByTheApi {
        private final JsonNode accepted =
                Reports.submitted(http, Reports.saying("They call every week.")).json();
        private final String receipt = accepted.path("receipt").asText();

        @Test
        void anAnswerStandsBesideTheFirstAccountForBothSides() {
            answer(receipt, Map.of("question", "DEMANDS", "codes", List.of("DEM.MONEY")))
                    .require(204);
            JsonNode inbox = read(receipt);
            assertEquals("DEM.MONEY", inbox.at("/answers/0/codes/0").asText());
            assertFalse(inbox.path("open").toString().contains("DEMANDS"));
            JsonNode opened = caseOf(accepted.path("reference").asText());
            assertEquals("DEMANDS", opened.at("/answers/0/question").asText());
            assertEquals(0, opened.at("/account/demands").size());
        }

        @Test
        void whatIsMoreUrgentMovesTheReportUpAndSaysWhy() {
            String reference = accepted.path("reference").asText();
            assertEquals("P3", caseOf(reference).at("/standing/band").asText());
            answer(receipt, Map.of("question", "URGENCY", "codes", List.of("URG.RETURN.DATE_7D")))
                    .require(204);
            JsonNode opened = caseOf(reference);
            assertEquals("P0", opened.at("/standing/band").asText());
            assertEquals("URG.RETURN.DATE_7D", opened.at("/triage/rules/0").asText());
            assertTrue(opened.path("history").toString().contains("P3 to P0"));
        }

        @Test
        void sentTwiceWithOneKeyAnAnswerStandsOnce() {
            String key = Reports.key();
            Map<String, Object> where = Map.of("question", "WHERE", "codes", List.of("SE"));
            answer(receipt, where, "Idempotency-Key", key).require(204);
            answer(receipt, where, "Idempotency-Key", key).require(204);
            assertEquals(1, read(receipt).path("answers").size());
        }

        @Test
        void whoItWasIsAnsweredWithWhatThereIsOfThem() {
            Map<String, Object> who =
                    Map.of(
                            "actor", "ACT.MISSION",
                            "basis", "ATT.SHOWN",
                            "traces", List.of(Map.of("type", "SEL.TEL", "value", "+32 2 000")));
            answer(receipt, Map.of("question", "WHO", "suspect", who)).require(204);
            JsonNode one = read(receipt).at("/answers/0/suspect");
            assertEquals("+32 2 000", one.at("/traces/0/value").asText());
        }

        @ParameterizedTest
        @CsvSource({
            "DEMANDS,MEA.CALL",
            "DEMANDS,DEM.NEVER",
            "WHEN,YESTERDAY",
            "WHERE,Sweden",
            "RESIDENCE,KING",
            "CONTACT,CALL"
        })
        void whatDoesNotFitTheQuestionIsRefused(String question, String code) {
            answer(receipt, Map.of("question", question, "codes", List.of(code))).require(400);
            answer(receipt, Map.of("question", question)).require(400);
            assertEquals(0, read(receipt).path("answers").size());
        }

        @Test
        void somebodyInsideIsNotNamedToThoseWhoReadIt() {
            Map<String, Object> who = Map.of("actor", "ACT.INSIDER");
            answer(receipt, Map.of("question", "WHO", "suspect", who)).require(400);
        }
    }

    @Nested
    class OnThePage {
        @ParameterizedTest
        @CsvSource({"true", "false"})
        void eachQuestionIsAskedInItsTurnUntilAllAreAnswered(boolean held) {
            String receipt = held ? submitted() : unheld();
            List<String> asked = new ArrayList<>();
            Answer page = post(Map.of("receipt", receipt));
            for (String fields : ANSWERS.values()) {
                asked.add(asked(page));
                page =
                        form(receipt, page, fields + "&deed=ANSWER&question=" + asked(page))
                                .require(200);
            }
            assertEquals(List.copyOf(ANSWERS.keySet()), asked);
            assertFalse(ASKED.matcher(page.text()).find(), "something is still asked");
            assertEquals(ANSWERS.size(), read(receipt).path("answers").size());
            assertTrue(page.text().contains("after &lt;dark&gt;"));
        }

        @Test
        void anotherQuestionIsShownWithoutAnAnswerAndTheFirstComesAgainAfterTheLast() {
            String receipt = submitted();
            Answer page = post(Map.of("receipt", receipt));
            List<String> asked = new ArrayList<>();
            for (int i = 0; i <= ANSWERS.size(); i++) {
                asked.add(asked(page));
                page = form(receipt, page, "deed=OTHER_QUESTION&question=" + asked(page));
            }
            assertEquals(asked.getFirst(), asked.getLast());
            assertEquals(List.copyOf(ANSWERS.keySet()), asked.subList(0, ANSWERS.size()));
            assertEquals(0, read(receipt).path("answers").size());
        }

        @Test
        void anEmptyAnswerIsNotAddedAndATooLongOneComesBackWhole() {
            String receipt = submitted();
            Answer page = post(Map.of("receipt", receipt));
            form(receipt, page, "deed=ANSWER&question=URGENCY").require(400);
            String words = "x".repeat(201);
            Answer again =
                    form(receipt, page, "deed=ANSWER&question=WHEN&codes=ABOUT&words=" + words)
                            .require(400);
            assertEquals("WHEN", asked(again));
            assertTrue(again.text().contains("value=\"" + words + "\""));
            assertTrue(again.text().contains("value=\"ABOUT\" checked"));
            assertEquals(0, read(receipt).path("answers").size());
        }

        @Test
        void aReloadDoesNotAddTheAnswerAgain() {
            String receipt = submitted();
            Answer page = post(Map.of("receipt", receipt));
            String fields = "deed=ANSWER&question=DEMANDS&codes=DEM.MONEY";
            form(receipt, page, fields).require(200);
            form(receipt, page, fields).require(200);
            assertEquals(1, read(receipt).path("answers").size());
        }

        @Test
        void whatWasToldAtFirstIsNotAskedAgain() {
            Map<String, Object> report = Reports.whole("They call.", "mother", "DE");
            String receipt = Reports.submitted(http, report).text("receipt");
            assertEquals("RESIDENCE", asked(post(Map.of("receipt", receipt))));
        }
    }

    /** How each question is answered on the page, in the order of asking. */
    private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("URGENCY", "codes=URG.ASYL.NEGATIVE&codes=URG.DEV.COMPROMISED");
        ANSWERS.put("DEMANDS", "codes=DEM.MONEY");
        ANSWERS.put("MEANS", "codes=MEA.CALL");
        ANSWERS.put("CHANNELS", "codes=CHN.WECHAT");
        ANSWERS.put("WHEN", "codes=WEEK&words=on+a+Tuesday");
        ANSWERS.put("WHERE", "codes=BE");
        ANSWERS.put("RESIDENCE", "codes=CITIZEN");
        ANSWERS.put("WHO", "actor=ACT.PRC&basis=ATT.KNOWN&phone=%2B86+991");
        ANSWERS.put("RELATIVES", "words=her+brother");
        ANSWERS.put("WISHES", "codes=SUP.LAWYER");
        ANSWERS.put("EXCLUSIONS", "words=a+neighbour");
        ANSWERS.put("CONTACT", "contact-times=after+%3Cdark%3E&contact-never=CALL");
    }

    private static String asked(Answer page) {
        Matcher asked = ASKED.matcher(page.text());
        assertTrue(asked.find(), "nothing is asked");
        return asked.group(1);
    }

    private Answer form(String receipt, Answer page, String fields) {
        Matcher once = ONCE.matcher(page.text());
        assertTrue(once.find());
        return http.form(
                "/en/inbox",
                "receipt=%s&once=%s&%s".formatted(Http.encoded(receipt), once.group(1), fields),
                "Accept",
                "text/html");
    }

    private Answer post(Map<String, String> fields) {
        return http.form("/en/inbox", fields, "Accept", "text/html");
    }

    private Answer answer(String receipt, Map<String, Object> answer, String... headers) {
        return http.post(
                "/api/v1/inbox/answers", Map.of("receipt", receipt, "answer", answer), headers);
    }

    private JsonNode read(String receipt) {
        return Reports.inbox(http, receipt).require(200).json();
    }

    private JsonNode caseOf(String reference) {
        String id =
                Database.text(stack, "select id::text from report where reference = ?", reference);
        Session caseworker = stack.unlocked("caseworker");
        return caseworker.get("/api/v1/desk/reports/" + id).require(200).json();
    }

    private String submitted() {
        return Reports.submitted(http, Reports.saying("They call every week.")).text("receipt");
    }

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }
}
