package org.amanet.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Stack;
import org.amanet.languages.Language;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxPageIT {
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();

    @Nested
    class AtTheDoor {
        @ParameterizedTest
        @MethodSource("org.amanet.languages.Language#offered")
        void thePageSpeaksTheLanguageOfItsAddress(Language language) {
            String page = http.get("/" + language.tag() + "/inbox", "Accept", "text/html").text();

            assertTrue(
                    page.contains(
                            "<html lang=\"%s\" dir=\"%s\">"
                                    .formatted(language.tag(), language.direction())));
            assertTrue(page.contains("inputmode=\"numeric\" autocomplete=\"off\""));
        }

        @Test
        void aLanguageWeDoNotSpeakIsNotFound() {
            assertEquals(404, http.get("/xx/inbox").status());
        }

        @Test
        void aMistypedReceiptComesBackAsItWasTyped() {
            Answer answer = post("en", Map.of("receipt", "1234 5678 \"<b>"));

            assertEquals(400, answer.status());
            assertTrue(answer.text().contains("value=\"1234 5678 &quot;&lt;b&gt;\""));
            assertTrue(answer.text().contains("aria-invalid=\"true\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   "})
        void nothingTypedIsAskedForKindly(String typed) {
            Answer answer = post("en", Map.of("receipt", typed));

            assertEquals(400, answer.status());
            assertTrue(answer.text().contains("Please type your code here."));
        }

        @Test
        void digitsOfEveryScriptAndAnySpacingOpen() {
            String receipt = submitted();
            reply(receipt, "in my own digits", "once-one");
            String arabic =
                    receipt.replace(" ", " - ")
                            .codePoints()
                            .map(c -> c >= '0' && c <= '9' ? c - '0' + '٠' : c)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();

            Answer answer = post("ug", Map.of("receipt", arabic));

            assertEquals(200, answer.status());
            assertTrue(answer.text().contains("in my own digits"));
        }
    }

    @Nested
    class Inside {
        private final String receipt = submitted();

        @Test
        void theReceiptStandsOnlyInFormsThatArePosted() {
            Answer answer = post("en", Map.of("receipt", receipt));
            String page = answer.text();

            String outsideOfForms = page.replace("name=\"receipt\" value=\"" + receipt + "\"", "");
            assertFalse(outsideOfForms.contains(receipt.substring(0, 9)));
            assertFalse(page.contains("method=\"get\""));
            assertEquals("", answer.header("Set-Cookie"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertTrue(answer.header("Location").isEmpty());
        }

        @Test
        void aMessageIsShownAtOnceAndAReloadDoesNotAddIt() {
            String once = once(post("en", Map.of("receipt", receipt)));

            Answer sent = reply(receipt, "first line\r\nsecond <line>", once);
            Answer reloaded = reply(receipt, "first line\r\nsecond <line>", once);

            assertEquals(200, sent.status());
            assertEquals(1, count(sent, "first line\nsecond &lt;line&gt;"));
            assertEquals(1, count(reloaded, "first line\nsecond &lt;line&gt;"));
            assertEquals(2, count(reply(receipt, "first line", once(reloaded)), "first line"));
        }

        @Test
        void anEmptyMessageIsNotSent() {
            Answer answer = reply(receipt, "  \r\n ", "once-two");

            assertEquals(400, answer.status());
            assertEquals(0, Reports.inbox(http, receipt).json().path("messages").size());
        }

        @Test
        void aMessageThatIsTooLongComesBackWhole() {
            String text = "ئا".repeat(2_500) + ".";

            Answer answer = reply(receipt, text, "once-three");

            assertEquals(400, answer.status());
            assertTrue(answer.text().contains(text));
            assertEquals(0, Reports.inbox(http, receipt).json().path("messages").size());
        }

        @Test
        void choicesAreKeptAndShownAsTheyStand() {
            String c4 = "consent=C0&consent=C4&C4-country=DE&C4-identity=IDENTITY";
            Answer answer = form("CONSENT", c4);

            assertEquals(200, answer.status());
            assertTrue(answer.text().contains("value=\"C4\" checked"));
            assertFalse(answer.text().contains("value=\"C1\" checked"));
            assertEquals(
                    "IDENTITY",
                    Reports.inbox(http, receipt).json().at("/consent/C4/identity").asText());
        }

        @Test
        void aYesForNobodyInParticularComesBackWithAHint() {
            Answer answer =
                    form("CONSENT", "consent=C0&consent=C3&consent=C5&C5-identity=PSEUDONYM");

            assertEquals(400, answer.status());
            assertTrue(answer.text().contains("id=\"C3-name-missed\""));
            assertTrue(answer.text().contains("id=\"C5-country-missed\""));
            assertTrue(answer.text().contains("value=\"C5\" checked"));
            assertFalse(Reports.inbox(http, receipt).json().at("/consent/C5/granted").asBoolean());
        }

        @Test
        void everythingIsDeletedOnlyAfterTheCodeWasTypedAgain() {
            reply(receipt, "soon gone", "once-four");

            Answer asked = form("ASK_WITHDRAWAL", "");
            assertEquals(200, asked.status());
            assertEquals(1, Reports.inbox(http, receipt).json().path("messages").size());

            for (String other : List.of("", "again=12", "again=" + Http.encoded(unheld()))) {
                Answer kept = form("WITHDRAW", other);
                assertEquals(400, kept.status());
                assertTrue(kept.text().contains("id=\"again-missed\""));
                assertEquals(1, Reports.inbox(http, receipt).json().path("messages").size());
            }

            Answer done = form("WITHDRAW", "again=" + receipt.replace(" ", ""));
            assertEquals(200, done.status());
            assertFalse(done.text().contains(receipt));
            assertFalse(post("en", Map.of("receipt", receipt)).text().contains("soon gone"));
        }

        private Answer form(String deed, String more) {
            return http.form(
                    "/en/inbox",
                    "receipt=%s&deed=%s&%s".formatted(Http.encoded(receipt), deed, more),
                    "Accept",
                    "text/html");
        }
    }

    @Nested
    class WithAReceiptThatNobodyHolds {
        @ParameterizedTest
        @MethodSource("org.amanet.languages.Language#offered")
        void thePageIsThatOfAFreshReport(Language language) {
            String held = submitted();
            String unheld = unheld();

            Answer fresh = post(language.tag(), Map.of("receipt", held));
            Answer empty = post(language.tag(), Map.of("receipt", unheld));

            assertEquals(200, empty.status());
            assertEquals(blank(fresh.text(), held), blank(empty.text(), unheld));
            assertEquals(fresh.body().length, empty.body().length);
        }
    }

    @Nested
    class WhenALotComesFromOnePlace {
        @Test
        void theMessageIsHandedBackToBeSentAgain() {
            String receipt = submitted();
            try (Service strict = stack.replica(Map.of("amanet.http.receipts-per-minute", "1"))) {
                Map<String, String> message =
                        Map.of("receipt", receipt, "deed", "REPLY", "text", "keep me");
                Answer first = strict.http().form("/en/inbox", message);
                Answer second = strict.http().form("/en/inbox", message);
                for (int i = 0; i < 3 && second.status() == 200; i++) {
                    // the lane changed with the minute between the two
                    second = strict.http().form("/en/inbox", message);
                }

                assertEquals(200, first.status());
                assertEquals(429, second.status());
                assertTrue(Integer.parseInt(second.header("Retry-After")) > 0);
                assertTrue(second.text().contains("name=\"text\" value=\"keep me\""));
                assertTrue(second.text().contains("name=\"deed\" value=\"REPLY\""));
            }
        }
    }

    private static String blank(String page, String receipt) {
        return ONCE.matcher(page.replace(receipt, "")).replaceAll("");
    }

    private static String once(Answer page) {
        var once = ONCE.matcher(page.text());
        assertTrue(once.find());
        return once.group(1);
    }

    private static int count(Answer page, String words) {
        return List.of(page.text().split(Pattern.quote(words), -1)).size() - 1;
    }

    private String submitted() {
        return Reports.submitted(http, Reports.saying("They call every week.")).text("receipt");
    }

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }

    private Answer reply(String receipt, String text, String once) {
        Map<String, String> fields = new HashMap<>();
        fields.put("receipt", receipt);
        fields.put("deed", "REPLY");
        fields.put("text", text);
        fields.put("once", once);
        return post("en", fields);
    }

    private Answer post(String language, Map<String, String> fields) {
        return http.form("/" + language + "/inbox", fields, "Accept", "text/html");
    }
}
