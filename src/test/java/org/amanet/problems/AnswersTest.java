package org.amanet.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amanet.languages.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a program is told, and how a failure of a framework becomes one of our words. */
class AnswersTest {
    private static final String SECRET = "a-word-that-was-sent";

    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Answers answers = new Answers(json, () -> "/problems/");

    @Nested
    class AsAProgram {
        private JsonNode document(Refusal refusal, Language language, String id) throws Exception {
            Answers.Written written = answers.written(refusal, new Asked(false, language), id);
            assertEquals("application/problem+json", written.type());
            return json.readTree(written.body());
        }

        @Test
        void theDocumentIsThatOfTheRfc() throws Exception {
            JsonNode document = document(new Refusal(Problem.REPORT_CLOSED), Language.EN, null);
            assertEquals("/problems/report-closed", document.get("type").asText());
            assertEquals(409, document.get("status").asInt());
            assertFalse(document.get("title").asText().isBlank());
            assertFalse(document.get("detail").asText().isBlank());
            assertEquals(4, document.size());
        }

        @Test
        void faultsSayWhereAndWhy() throws Exception {
            Refusal refusal = new Refusal(Problem.INVALID_REQUEST, new Fault("/where", "missing"));
            JsonNode errors = document(refusal, Language.DE, null).get("errors");
            assertEquals("[{\"pointer\":\"/where\",\"reason\":\"missing\"}]", errors.toString());
        }

        @Test
        void aFailureOfOursHasAnIdThatOurLogHoldsToo() throws Exception {
            JsonNode document = document(new Refusal(Problem.INTERNAL), Language.UG, "1-2");
            assertEquals("urn:uuid:1-2", document.get("instance").asText());
        }

        @Test
        void theAnswerSaysWhenToTryAgainAndNeverAtOnce() {
            Asked asked = new Asked(false, Language.EN);
            for (long millis : new long[] {0, 1, 999, 1_000, 6_000}) {
                Refusal busy = new Refusal(Problem.BUSY, Duration.ofMillis(millis));
                String wait = answers.response(busy, asked).getHeaderString("Retry-After");
                assertEquals(Long.toString(Math.max(1, millis / 1_000)), wait);
            }
            assertEquals(503, answers.response(new Refusal(Problem.BUSY), asked).getStatus());
        }
    }

    @Nested
    class Wanted {
        @Test
        void programsGetDocumentsAndPeopleGetPages() {
            assertFalse(Asked.of("/api/v1/reports", "text/html", null).page());
            assertFalse(Asked.of("/desk", null, null).page());
            assertFalse(Asked.of("/desk", "*/*", null).page());
            assertTrue(Asked.of("/desk", "text/html,*/*;q=0.8", null).page());
            assertTrue(Asked.of("/desk", "TEXT/HTML", null).page());
        }

        @Test
        void theAddressDecidesTheLanguageAndThenTheBrowser() {
            assertEquals(Language.UG, Asked.of("/ug/report", null, "de").language());
            assertEquals(Language.DE, Asked.of("/desk/x", null, "de").language());
            assertEquals(Language.DE, Asked.of("/desk", null, "zh-CN,de;q=0.5").language());
            assertEquals(Language.DE, Asked.of("/es/report", null, "de").language());
            assertEquals(Language.EN, Asked.of("/", null, null).language());
        }
    }

    /** Where a request is wrong is said in our names; theirs may be a secret in the wrong field. */
    @Nested
    class WhatWasSent {
        record Inner(int number) {}

        record Outer(Inner inner, List<Inner> list, Map<String, Inner> map) {}

        private Fault fault(String body) {
            return Pointers.of(
                    assertThrows(
                            JsonMappingException.class, () -> json.readValue(body, Outer.class)));
        }

        @Test
        void isPointedAt() {
            assertEquals(
                    new Fault("/inner/number", "wrong-format"),
                    fault("{\"inner\":{\"number\":\"" + SECRET + "\"}}"));
            assertEquals(
                    new Fault("/list/1/number", "wrong-format"),
                    fault("{\"list\":[{\"number\":1},{\"number\":\"" + SECRET + "\"}]}"));
        }

        @Test
        void isNeverRepeated() {
            assertEquals(
                    new Fault("/inner", "unknown-member"),
                    fault("{\"inner\":{\"" + SECRET + "\":1}}"));
            assertEquals(new Fault("", "unknown-member"), fault("{\"" + SECRET + "\":1}"));
            assertEquals(
                    new Fault("/map", "wrong-format"),
                    fault("{\"map\":{\"" + SECRET + "\":{\"number\":\"x\"}}}"));
            assertEquals(
                    new Fault("/map", "unknown-member"),
                    fault("{\"map\":{\"" + SECRET + "\":{\"" + SECRET + "\":1}}}"));
        }
    }

    @Nested
    class BehindAFailure {
        private Optional<Problem> known(Throwable thrown) {
            return Causes.known(new RuntimeException(new IOException(thrown)))
                    .map(Refusal::problem);
        }

        @Test
        void whatWeKnowIsSaid() {
            assertEquals(Optional.of(Problem.BUSY), known(new Refusal(Problem.BUSY)));
            assertEquals(Optional.of(Problem.LOST_UPDATE), known(new OptimisticLockException()));
            assertEquals(Optional.of(Problem.CONFLICT), known(new SQLException("x", "23505")));
            assertEquals(Optional.of(Problem.UNAVAILABLE), known(new ConnectException()));
            assertEquals(
                    Optional.of(Problem.UNAVAILABLE), known(new SQLTransientConnectionException()));
            for (String state : List.of("08006", "57P01", "53300")) {
                assertEquals(Optional.of(Problem.UNAVAILABLE), known(new SQLException("x", state)));
            }
        }

        @Test
        void whatWeDoNotKnowIsAFailureOfOurs() {
            assertEquals(Optional.empty(), known(new IllegalStateException(SECRET)));
            assertEquals(Optional.empty(), known(new SQLException("x", "42601")));
            assertEquals(Optional.empty(), known(new SQLException("x")));
        }

        @Test
        void aCircleOfCausesEnds() {
            Exception one = new Exception();
            Exception other = new Exception(one);
            one.initCause(other);
            assertEquals(Optional.empty(), known(one));
        }
    }
}
