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
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.amanet.demo.Answer;
import org.amanet.demo.Stack;
import org.amanet.testing.Database;
import org.amanet.testing.Desks;
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
            // What is posted on, so that files can follow, is not on the screen.
            String seen = kept.text().replaceAll("<input type=\"hidden\"[^>]*>", "");
            assertFalse(seen.contains(shown.receipt()), "it is shown again");
            assertFalse(seen.contains(shown.groups().getFirst()), "a part is shown again");
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
            assertTrue(page.contains("value=\"&lt;mother&gt;\""));
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
                assertTrue(WebForm.isCarried(page, choice), choice + " is lost");
            }
            assertFalse(WebForm.isCarried(page, "C1"), "what was unticked is ticked again");
            assertTrue(WebForm.isCarried(page, "BE") && WebForm.isCarried(page, "SE"));
        }

        @Test
        void theSummaryLeadsToEachQuestionInItsTurn() {
            WebForm form = form("en");
            for (String[] one :
                    new String[][] {
                        {"danger-NOW", "danger", "NO"},
                        {"account", "account", "They called."},
                        {"consent-C0", "consent", "C0"}
                    }) {
                String page = form.send().require(400).text();
                String field = one[0];
                assertTrue(page.contains("<a href=\"#" + field + "\">"), field);
                assertTrue(page.contains("id=\"" + field + "\""), field);
                assertTrue(page.contains("id=\"" + field + "-missed\""), field);
                assertTrue(page.contains("tabindex=\"-1\" autofocus"));
                form.with(one[1], one[2]);
            }
            form.send().require(201);
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
            Set<String> everybody = Desks.holders(STACK, "south");
            everybody.forEach(holder -> form.with("exclude", holder));
            Answer again = form.send().require(422);
            assertEquals(form.key(), WebForm.keyIn(again.text()));
            assertTrue(WebForm.isCarried(again.text(), "kept"));
            assertTrue(again.text().contains("href=\"#who-leave\""));
            everybody.forEach(id -> assertTrue(WebForm.isChecked(again.text(), id)));
        }
    }

    @Nested
    class OneQuestionAScreen {
        private String shown(WebForm form, String go) {
            return form.instead("go", go).send().text();
        }

        @Test
        void theThreeThatAreNeededAreNotPassedWithoutAnAnswer() {
            WebForm form = form("en").with("at", "DANGER");
            form.instead("go", "next").send().require(400);
            String story = shown(form.with("danger", "UNSURE"), "next");
            assertEquals("STORY", WebForm.at(story));
            form.instead("at", "STORY").instead("go", "next").send().require(400);
            assertEquals("WANTED", WebForm.at(shown(form.with("files", "yes"), "next")));
            form.instead("at", "MAY").instead("go", "next").send().require(400);
            assertEquals("CONTACT", WebForm.at(shown(form.with("consent", "C0"), "next")));
        }

        @Test
        void everythingElseMayBeLeftOut() {
            WebForm form = filled("de");
            for (Step step : Step.values()) {
                String next = shown(form.instead("at", step.name()), "next");
                assertEquals(step.next().name(), WebForm.at(next), step.name());
                String before = shown(form, "back");
                assertEquals(step.before().name(), WebForm.at(before), step.name());
            }
        }

        @Test
        void backNeverAsksForAnythingAndKeepsWhatWasTyped() {
            String page = shown(form("ug").with("at", "STORY").with("account", "half a"), "back");
            assertEquals("DANGER", WebForm.at(page));
            assertTrue(WebForm.isCarried(page, "half a"));
        }

        @Test
        void anotherRowIsAddedWithoutAScriptAndKeepsTheFirst() {
            WebForm form = filled("en").with("at", "ACTORS").with("phone-0", "+86 991");
            String page = shown(form, "add");
            assertEquals("ACTORS", WebForm.at(page));
            assertTrue(page.contains("name=\"phone-0\" dir=\"auto\""), page);
            assertTrue(page.contains("value=\"+86 991\""));
            assertTrue(page.contains("id=\"phone-1\""));
            assertFalse(page.contains("id=\"phone-2\""));
        }

        @Test
        void anotherLanguageKeepsWhatWasTypedAndTheScreen() {
            WebForm form = filled("en").with("at", "WISHES").with("go", "WISHES");
            String page = form.in("ug").send().require(200).text();
            assertTrue(page.contains("lang=\"ug\" dir=\"rtl\""));
            assertEquals("WISHES", WebForm.at(page));
            assertEquals(form.key(), WebForm.keyIn(page));
            assertTrue(WebForm.isCarried(page, "They called my mother."));
        }

        @Test
        void aPauseSaysWhetherItCanBeSentAndCarriesEverything() {
            WebForm form = form("en").with("at", "STORY").with("account", "half a");
            String unready = shown(form, "pause");
            assertTrue(WebForm.isCarried(unready, "half a"));
            assertFalse(unready.contains("id=\"send\""));
            String ready = shown(form.with("danger", "NO").with("consent", "C0"), "pause");
            assertTrue(ready.contains("id=\"send\""));
            assertTrue(ready.contains("name=\"go\" value=\"STORY\""));
        }

        @Test
        void theOverviewLeadsToEachQuestionAndBack() {
            WebForm form = filled("en").with("at", "CHECK");
            String page = shown(form, "WISHES");
            assertEquals("WISHES", WebForm.at(page));
            assertTrue(page.contains("value=\"check\"") && page.contains("name=\"edit\""));
            form.instead("at", "WISHES").with("edit", "yes");
            assertEquals("CHECK", WebForm.at(shown(form, "check")));
        }

        @Test
        void theOverviewCountsNothingThatStandsChosenByItself() {
            WebForm form = form("en").with("at", "WHO").with("insiderAt", "elsewhere");
            String page = shown(form.with("danger", "NO").with("rows", "1"), "check");
            assertEquals(1, page.split("<small>answered</small>", -1).length - 1, page);
        }

        @Test
        void oneWhoNamesSomebodyInsideFindsItTickedWhereReadersAreChosen() {
            WebForm form = filled("en").with("at", "MAY").with("actor-0", "ACT.INSIDER");
            String page = shown(form, "WHO");
            assertTrue(
                    Pattern.compile("name=\"insider\" value=\"yes\" checked").matcher(page).find());
        }

        @Test
        void whatIsAnsweredIsReadAtTheDesk() {
            ReceiptShown shown =
                    filled("en")
                            .with("actor-0", "ACT.MISSION")
                            .with("basis-0", "ATT.SHOWN")
                            .with("phone-0", "+32 2 000")
                            .with("residence", "ASYLUM_SEEKER")
                            .with("evidence", "EVD.CALLREC")
                            .with("wishes", "SUP.LAWYER")
                            .with("contact-never", "VISIT")
                            .with("contact-times", "after dark")
                            .with("consent", "C10")
                            .with("C10-review", "FIVE_YEARS")
                            .receipt();
            JsonNode account = Desks.caseOf(STACK, shown.reference());
            assertEquals("ASYLUM_SEEKER", account.at("/account/residence").asText());
            assertEquals("ACT.MISSION", account.at("/account/suspects/0/actor").asText());
            assertEquals("ATT.SHOWN", account.at("/account/suspects/0/basis").asText());
            assertEquals("+32 2 000", account.at("/account/suspects/0/traces/0/value").asText());
            assertEquals("EVD.CALLREC", account.at("/account/evidence/0").asText());
            assertEquals("SUP.LAWYER", account.at("/account/wishes/0").asText());
            assertEquals("VISIT", account.at("/account/contact/never/0").asText());
            JsonNode c10 = account.at("/consent/decisions/C10");
            assertEquals("FIVE_YEARS", c10.path("review").asText());
            assertEquals(64, c10.at("/stamp/wording").asText().length());
            assertEquals("WEB", c10.at("/stamp/how").asText());
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
            assertTrue(WebForm.isCarried(again.text(), "more words"));
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
