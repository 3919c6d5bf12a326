package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.amanet.demo.Answer;
import org.amanet.demo.Stack;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form and the pages after it, as a browser without scripts uses them. */
class ReportFormIT {
    private static final int FORM_MAX_BYTES = 50 * 1024;
    private static final Stack STACK = Stack.shared();

    private static WebForm form(String language) {
        return WebForm.open(STACK.http(), language);
    }

    private static WebForm filled(String language) {
        return WebForm.filled(STACK.http(), language);
    }

    @Nested
    class InEveryLanguage {
        @ParameterizedTest
        @ValueSource(strings = {"en", "ug", "de"})
        void theFormSpeaksItAndIsSmall(String language) throws IOException {
            Answer page = STACK.http().get("/" + language + "/report").require(200);
            String direction = language.equals("ug") ? "rtl" : "ltr";
            assertTrue(page.text().contains("<html lang=\"" + language + "\" dir=\"" + direction));
            assertEquals("no-store", page.header("Cache-Control"));
            assertEquals("", page.header("Set-Cookie"));
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
                gzip.write(page.body());
            }
            assertTrue(small.size() < FORM_MAX_BYTES, small.size() + " bytes");
            assertFalse(page.text().contains("NOT_FOUND"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "ug", "de"})
        void aReportGoesTheWholeWay(String language) {
            ReceiptShown shown = filled(language).receipt();
            assertEquals(7, shown.groups().size());
            assertEquals(shown.receipt(), String.join(" ", shown.groups()));

            Answer kept = shown.typeBack(shown.receipt()).require(200);
            assertFalse(kept.text().contains(shown.receipt()), "it is shown again");
            assertFalse(kept.text().contains(shown.groups().getFirst()), "a part is shown again");
            JsonNode inbox = Reports.inbox(STACK.http(), shown.receipt()).require(200).json();
            assertTrue(inbox.at("/consent/C1/granted").asBoolean());
            assertFalse(inbox.at("/consent/C4/granted").asBoolean());
        }
    }

    @Nested
    class WhenSomethingIsMissing {
        @Test
        void everythingTypedIsStillThereUnderTheSameKey() {
            String words = "\"ئۇلار\" <b>& told</b> me\r\n\r\nto come";
            WebForm form =
                    form("ug")
                            .with("account", words)
                            .with("relatives", "<mother>")
                            .with("demands", "DEM.RETURN")
                            .with("channels", "CHN.WECHAT")
                            .with("when", "WEEK")
                            .with("about", "\"last\" week")
                            .with("where", "BE")
                            .with("routeByCountry", "yes")
                            .with("urgency", "URG.FAM.DETAINED_30D")
                            .with("desk", "south")
                            .with("excludeText", "somebody's name")
                            .with("insider", "yes")
                            .with("insiderAt", "north")
                            .with("consent", "C4")
                            .with("C4-country", "SE")
                            .with("C4-identity", "PSEUDONYM");
            Answer again = form.send().require(400);
            String page = again.text();
            assertEquals(form.key(), WebForm.keyIn(page));
            assertTrue(
                    page.contains(
                            "&quot;ئۇلار&quot; &lt;b&gt;&amp; told&lt;/b&gt; me\r\n\r\nto come"),
                    "the account is lost");
            assertFalse(page.contains("<b>& told"), "what was typed is taken as markup");
            assertTrue(page.contains("&lt;mother&gt;</textarea>"));
            assertTrue(page.contains("value=\"&quot;last&quot; week\""));
            for (String choice :
                    List.of(
                            "DEM.RETURN",
                            "CHN.WECHAT",
                            "WEEK",
                            "URG.FAM.DETAINED_30D",
                            "south",
                            "north",
                            "C4",
                            "PSEUDONYM")) {
                assertTrue(WebForm.isChecked(page, choice), choice + " is lost");
            }
            assertFalse(WebForm.isChecked(page, "C1"), "what was unticked is ticked again");
            assertTrue(page.contains("<option value=\"BE\" selected>"));
            assertTrue(page.contains("<option value=\"SE\" selected>"));
        }

        @Test
        void theSummaryLeadsToEachQuestion() {
            String page = form("en").send().require(400).text();
            for (String field : List.of("danger-NOW", "account", "consent-C0")) {
                assertTrue(page.contains("<a href=\"#" + field + "\">"), field);
                assertTrue(page.contains("id=\"" + field + "\""), field);
                assertTrue(page.contains("id=\"" + field + "-missed\""), field);
            }
            assertTrue(page.contains("tabindex=\"-1\" autofocus"));
        }

        @Test
        void theRepairedFormIsTakenIn() {
            WebForm form = form("de").with("account", "Ein Satz.").with("consent", "C0");
            form.send().require(400);
            form.with("danger", "UNSURE").send().require(201);
        }

        @Test
        void nobodyLeftToReadItIsSaidKindly() {
            WebForm form = filled("en").with("desk", "south").with("relatives", "kept");
            Set<String> everybody = Readers.of(STACK, "south");
            everybody.forEach(holder -> form.with("exclude", holder));
            Answer again = form.send().require(422);
            assertEquals(form.key(), WebForm.keyIn(again.text()));
            assertTrue(again.text().contains("kept</textarea>"));
            assertTrue(again.text().contains("href=\"#who-leave\""));
            everybody.forEach(id -> assertTrue(WebForm.isChecked(again.text(), id)));
        }
    }

    @Nested
    class WhenSentAgain {
        @Test
        void theSameKeyShowsTheSameReceipt() {
            WebForm form = filled("en");
            ReceiptShown first = form.receipt();
            long before = reports();
            ReceiptShown second = form.receipt();
            assertEquals(first.receipt(), second.receipt());
            assertEquals(first.reference(), second.reference());
            assertEquals(before, reports());
        }

        @Test
        void twoAtTheSameMomentAreOneReport() {
            WebForm form = filled("ug").instead("account", "at the same moment");
            long before = reports();
            List<CompletableFuture<ReceiptShown>> both =
                    List.of(
                            CompletableFuture.supplyAsync(() -> form.receipt()),
                            CompletableFuture.supplyAsync(() -> form.receipt()));
            Set<String> receipts = new HashSet<>();
            both.forEach(one -> receipts.add(one.join().receipt()));
            assertEquals(1, receipts.size());
            assertEquals(before + 1, reports());
        }

        @Test
        void somethingElseUnderTheOldKeyIsAskedAboutFirst() {
            WebForm form = filled("en");
            form.send().require(201);
            Answer again = form.instead("account", "more words").send().require(422);
            assertTrue(again.text().contains("more words</textarea>"));
            assertNotEquals(form.key(), WebForm.keyIn(again.text()));
        }

        @Test
        void withoutAKeyOneIsMadeBeforeAnythingIsStored() {
            long before = reports();
            Answer again = filled("en").withKey("").send().require(400);
            assertEquals(before, reports());
            assertEquals(32, WebForm.keyIn(again.text()).length());
        }
    }

    @Nested
    class TheReceipt {
        @Test
        void isShownAgainUntilItIsTypedBackRight() {
            ReceiptShown shown = filled("en").receipt();
            String right = shown.receipt();
            for (String typed : List.of("", "1234", swapped(right), shown.decoy())) {
                Answer again = shown.typeBack(typed).require(400);
                assertTrue(again.text().contains("id=\"back-hint\""), typed);
                ReceiptShown still = new ReceiptShown(STACK.http(), "en", again);
                assertEquals(shown.groups(), still.groups());
                assertEquals(shown.decoy(), still.decoy());
            }
            shown.typeBack(right.replace(" ", "-")).require(200);
        }

        private static String swapped(String receipt) {
            char digit = receipt.charAt(7);
            return receipt.substring(0, 7)
                    + (char) ('0' + (digit - '0' + 1) % 10)
                    + receipt.substring(8);
        }

        @Test
        void comesWithASecondCodeThatOpensAnOrdinaryEmptyInbox() {
            ReceiptShown shown = filled("de").receipt();
            assertNotEquals(shown.receipt(), shown.decoy());
            JsonNode decoy = Reports.inbox(STACK.http(), shown.decoy()).require(200).json();
            JsonNode real = Reports.inbox(STACK.http(), shown.receipt()).require(200).json();
            assertEquals(real, decoy, "an unanswered report and the second code look different");
            assertEquals(0, decoy.at("/messages").size());
        }

        @Test
        void isNotWrittenBackForWhoeverInventsOne() {
            ReceiptShown shown = filled("en").receipt();
            Answer invented =
                    STACK.http()
                            .form(
                                    "/en/report/receipt",
                                    "receipt=1234&decoy=1234&band=P3&reference=AAAA-AAAA&typed=1",
                                    "Accept",
                                    "text/html");
            assertEquals(400, invented.status());
            shown.typeBack(shown.receipt()).require(200);
        }
    }

    private static long reports() {
        return Database.count(STACK, "report");
    }
}
