package org.amanet.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Receipts;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Tap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form with scripts: sealed before it leaves the browser, and afterwards like any other. */
class SealedFormIT {
    private static final Stack STACK = Stack.shared();
    private static final Rows ROWS = new Rows(STACK);
    private static final Browser BROWSER = new Browser();

    /** Lower case and no word of ours, so that nothing else can be it. */
    private static final String WORD = "nightjar";

    private static final String UYGHUR = "بۇلبۇلگويا";

    private final Tap tap = new Tap(STACK);

    @AfterEach
    void hangUp() {
        tap.close();
    }

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    /** Somebody whom we hear on the line. */
    private Page open(String language, boolean scripts, boolean narrow) {
        Page page = BROWSER.person(language, scripts, narrow);
        page.navigate(tap.base() + "/" + language + "/report");
        return page;
    }

    @ParameterizedTest
    @CsvSource({"ug,true", "ug,false", "en,true", "de,false"})
    void nothingReadableLeaves(String language, boolean narrow) {
        String words = WORD + language + narrow + (language.equals("ug") ? UYGHUR : "");
        Page page = open(language, true, narrow);
        String name = "sealed-" + language + (narrow ? "-narrow" : "-wide");
        FormVisit walk = new FormVisit(page).everything(words);
        assertThat(page.locator("#check")).isVisible();
        BROWSER.examine(page, name + "-1-check");
        walk.press("send");
        assertThat(page.locator("#typed")).isVisible();
        BROWSER.examine(page, name + "-2-receipt");
        String receipt = walk.receipt();
        walk.typeBack(receipt.substring(1));
        assertThat(page.locator("#back-hint")).isVisible();
        assertTrue(page.locator("#back-hint").innerText().contains("27"));
        assertEquals("typed", page.evaluate("document.activeElement.id"));
        BROWSER.examine(page, name + "-3-mistyped");
        walk.typeBack(receipt);
        assertThat(page.locator("#what")).isVisible();
        assertFalse(page.content().contains(words), "words stay in the page");
        // Two groups: four digits alone may stand in any address or checksum by chance.
        String digits = receipt.replace(" ", "");
        assertFalse(page.content().contains(receipt.substring(0, 9)), "the code stays in the page");
        assertFalse(page.content().contains(digits.substring(0, 8)), "the code stays in the page");
        addAFile(page, words, name);
        assertFalse(tap.carried(words), "words left the browser");
        assertFalse(tap.carried(receipt.replace(" ", "")), "the receipt left the browser");
        assertFalse(tap.carried(receipt), "the receipt left the browser");
        assertTrue(page.context().cookies().isEmpty(), "a cookie stays on the device");
        assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
        BROWSER.requireNothingForeign();
        String id = Receipts.reportOf(STACK, receipt);
        JsonNode read = read(id);
        assertEquals(words + " account\nand a second line", read.at("/account/account").asText());
        assertEquals(language, read.path("language").asText());
        requireFile(id, words);
    }

    /** At once, without typing the code another time. */
    private static void addAFile(Page page, String words, String name) {
        assertThat(page.locator("#file")).isVisible();
        BROWSER.examine(page, name + "-4-kept");
        byte[] content = (words + " file").getBytes(StandardCharsets.UTF_8);
        page.setInputFiles("#file", new FilePayload(words + ".txt", "text/plain", content));
        page.click("form[data-upload] button:visible");
        Locator line = page.locator("[data-sending] li");
        assertThat(line).hasCount(1);
        assertThat(line.locator("button")).hasCount(0);
        BROWSER.examine(page, name + "-5-file");
    }

    private static void requireFile(String id, String words) {
        Session lead = STACK.unlocked("lead");
        String files = "/api/v1/desk/reports/" + id + "/exhibits";
        JsonNode file = lead.get(files).require(200).json().path(0);
        assertEquals(words + ".txt", file.path("name").asText());
        String original = files + "/" + file.path("id").asText() + "/original";
        String content = lead.post(original, Map.of("reason", "To compare.")).require(200).text();
        assertEquals(words + " file", content);
    }

    private static JsonNode read(String id) {
        return STACK.unlocked("lead").get("/api/v1/desk/reports/" + id).require(200).json();
    }

    /** The same answers with scripts and without: a caseworker sees the same case. */
    @Test
    void itMakesNoDifferenceAfterwards() {
        String with = filled(true);
        String without = filled(false);
        assertEquals(comparable(without), comparable(with));
        for (String shape :
                List.of(
                        "select string_agg(kind || compartment || version || length(sealed), ' '"
                                + " order by kind) from part where report = ?::uuid",
                        "select string_agg(holder || compartment || length(sealed), ' ' order by"
                                + " holder, compartment) from report_grant where report = ?::uuid",
                        "select desk || country || band || size_class || status from report"
                                + " where id = ?::uuid")) {
            assertEquals(ROWS.text(shape, without), ROWS.text(shape, with), shape);
        }
    }

    private String filled(boolean scripts) {
        Page page = open("en", scripts, false);
        FormVisit walk = new FormVisit(page).everything(WORD).press("send");
        assertThat(page.locator("#typed")).isVisible();
        return Receipts.reportOf(STACK, walk.receipt());
    }

    private static String comparable(String id) {
        ObjectNode read = (ObjectNode) read(id);
        read.remove(List.of("standing", "history"));
        Map<String, String> reason = Map.of("reason", "to compare");
        String relatives =
                STACK.unlocked("lead")
                        .post("/api/v1/desk/reports/" + id + "/relatives", reason)
                        .require(200)
                        .text();
        return read.toPrettyString() + relatives;
    }

    @Test
    void whatIsMissingIsSaidWithoutAskingAnybody() {
        Page page = open("en", true, true);
        FormVisit walk = new FormVisit(page).next().next();
        assertThat(page.locator("#missed")).isVisible();
        assertEquals("missed", page.evaluate("document.activeElement.id"));
        BROWSER.examine(page, "sealed-en-narrow-missed");
        walk.tick("danger", "NO").next();
        assertThat(page.locator("#missed")).isHidden();
        walk.type("account", WORD);
        page.locator("#short").click();
        assertThat(page.locator("#may")).isVisible();
        page.locator("#send").click();
        assertThat(page.locator("#missed a[href='#consent-C0']")).isVisible();
        walk.tick("consent", "C0");
        page.locator("#send").click();
        assertThat(page.locator("#typed")).isVisible();
        assertFalse(tap.carried(WORD));
    }

    @Test
    void theWayBackAndRoundKeepsWhatWasTyped() {
        Page page = open("en", true, false);
        FormVisit walk = new FormVisit(page).everything(WORD);
        page.locator(".answers button[value=RELATIVES]").click();
        assertThat(page.locator("#relatives")).hasValue(WORD + " relatives");
        page.locator("button[value=pause]:visible").click();
        assertThat(page.locator("h1:visible")).hasCount(1);
        BROWSER.examine(page, "sealed-en-wide-paused");
        walk.press("resume");
        assertThat(page.locator("#relatives")).isVisible();
        walk.press("next");
        assertThat(page.locator("#check")).isVisible();
        for (String back : List.of("CONTACT", "MAY", "WHO")) {
            page.locator("button[value=back]:visible").click();
            assertThat(page.locator("[data-screen=" + back + "]")).isVisible();
        }
        assertThat(page.locator("[name=excludeText]")).hasValue(WORD + " cousin");
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        Page page = open("en", true, true);
        new FormVisit(page).next().tick("danger", "SOON").next().type("account", WORD);
        page.locator("[data-whole='/ug/report/whole']").click();
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("#account")).hasValue(WORD);
        BROWSER.examine(page, "sealed-ug-narrow-switched");
        page.locator("button[value=back]:visible").click();
        assertThat(page.locator("[name=danger][value=SOON]")).isChecked();
        assertFalse(tap.carried(WORD));
    }

    @Test
    void morePeopleThanOneCanBeNamed() {
        Page page = open("en", true, false);
        FormVisit walk = new FormVisit(page).next().tick("danger", "NO").next();
        walk.type("account", WORD).next().next().next().next();
        assertThat(page.locator("fieldset.row:visible")).hasCount(1);
        walk.type("name-0", "the first");
        page.locator("button[value=add]:visible").click();
        assertThat(page.locator("fieldset.row:visible")).hasCount(2);
        assertEquals(true, page.evaluate("document.activeElement.closest('.row') !== null"));
        walk.type("name-1", "the second");
        for (int screen = 0; screen < 6; screen++) {
            walk.next();
        }
        walk.tick("consent", "C0");
        page.locator("#send").click();
        assertThat(page.locator("#typed")).isVisible();
        JsonNode suspects = read(Receipts.reportOf(STACK, walk.receipt())).at("/account/suspects");
        assertEquals(2, suspects.size());
    }

    /** The first answer is lost on the way: the second try meets the report that is there. */
    @Test
    void aLostAnswerNeverMakesASecondReport() {
        Page page = open("en", true, false);
        AtomicInteger tries = new AtomicInteger();
        page.route(
                "**/api/v1/sealed-reports",
                route -> {
                    if (tries.incrementAndGet() == 1) {
                        Reports.submitted(STACK.http(), Reports.saying("somebody else"));
                        STACK.http()
                                .post("/api/v1/sealed-reports", route.request().postData())
                                .require(201);
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        FormVisit walk = new FormVisit(page).everything(WORD).press("send");
        assertThat(page.locator("#missed")).isVisible();
        BROWSER.examine(page, "sealed-en-wide-again");
        walk.press("send");
        assertThat(page.locator("#typed")).isVisible();
        String id = Receipts.reportOf(STACK, walk.receipt());
        assertEquals(1, ROWS.count("select count(*) from report where id = ?::uuid", id));
        assertEquals(2, tries.get());
    }

    /** What was changed after a lost answer is not in it, and the page says so. */
    @Test
    void aChangeAfterALostAnswerMakesNoSecondReportEither() {
        Page page = open("en", true, false);
        AtomicInteger tries = new AtomicInteger();
        page.route(
                "**/api/v1/sealed-reports",
                route -> {
                    if (tries.incrementAndGet() == 1) {
                        STACK.http()
                                .post("/api/v1/sealed-reports", route.request().postData())
                                .require(201);
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        FormVisit walk = new FormVisit(page).everything(WORD).press("send");
        assertThat(page.locator("#missed")).isVisible();
        page.locator(".answers button[value=STORY]").click();
        walk.type("account", "something else").press("next").press("send");
        assertThat(page.locator("[data-if=before]")).isVisible();
        JsonNode read = read(Receipts.reportOf(STACK, walk.receipt()));
        assertEquals(WORD + " account\nand a second line", read.at("/account/account").asText());
    }

    @Test
    void withoutTheSealingScriptNothingIsSentUnasked() {
        Page page = open("en", true, true);
        page.route("**/sealing-*.js", Route::abort);
        page.reload();
        FormVisit walk = new FormVisit(page).everything(WORD).press("send");
        assertThat(page.locator("[data-screen=UNSEALED]")).isVisible();
        BROWSER.examine(page, "sealed-en-narrow-impossible");
        assertFalse(tap.carried(WORD));
        page.locator("button[value=plain]").click();
        assertThat(page.locator("#typed")).isVisible();
        assertEquals(
                WORD + " account\nand a second line",
                read(Receipts.reportOf(STACK, walk.receipt())).at("/account/account").asText());
    }

    @Test
    void withoutAnyScriptOfOursTheFormWorksAsWithoutScripts() {
        Page page = BROWSER.person("en", true, false);
        page.route("**/form-*.js", Route::abort);
        page.navigate(STACK.http().base() + "/en/report");
        FormVisit walk = new FormVisit(page).everything(WORD).press("send");
        assertThat(page.locator("#typed")).isVisible();
        read(Receipts.reportOf(STACK, walk.receipt()));
    }

    /** Whoever names one of those who should help is not asked which desk must not know. */
    @Test
    void aReportAboutSomebodyWhoHelpsGoesToLeadsElsewhere() {
        Page page = open("en", true, true);
        FormVisit walk = new FormVisit(page).next().tick("danger", "NO").next();
        walk.type("account", WORD).next().next().next().next();
        walk.tick("actor-0", "ACT.INSIDER");
        page.locator("#short:visible").click();
        walk.tick("consent", "C0");
        page.locator("#send:visible").click();
        assertThat(page.locator("#typed")).isVisible();
        String id = Receipts.reportOf(STACK, walk.receipt());
        JsonNode desks = STACK.http().get("/api/v1/desks/keys").json().path("desks");
        assertEquals(
                desks.at("/0/alternate").asText() + " RESTRICTED",
                ROWS.text("select desk || ' ' || status from report where id = ?::uuid", id));
        assertEquals(
                0,
                ROWS.count(
                        "select count(*) from report_grant g join member m on m.id = g.holder"
                                + " where g.report = ?::uuid and m.role <> 'LEAD'",
                        id));
    }

    /** The keys are checked in the browser: a changed one is not sealed to. */
    @Test
    void keysThatNobodyStandsForAreNotUsed() {
        Page page = open("en", true, false);
        page.route(
                "**/api/v1/desks/keys",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(
                                                STACK.http()
                                                        .get("/api/v1/desks/keys")
                                                        .text()
                                                        .replace(
                                                                "recipient=age1",
                                                                "recipient=age1x"))));
        new FormVisit(page).everything(WORD).press("send");
        assertThat(page.locator("#missed")).isVisible();
        assertThat(page.locator("#who")).isVisible();
        BROWSER.examine(page, "sealed-en-wide-nobody");
    }

    @Test
    void helpStandsOnEveryScreenOnceSomebodyIsInDanger() {
        Page page = open("ug", true, true);
        FormVisit walk = new FormVisit(page).next().tick("danger", "NOW").next();
        Locator help = page.locator("[data-if=danger]:visible a[href='tel:112']");
        assertThat(help).hasCount(1);
        walk.type("account", UYGHUR).next();
        assertThat(help).hasCount(1);
    }
}
