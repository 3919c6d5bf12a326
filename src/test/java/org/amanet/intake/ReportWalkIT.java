package org.amanet.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.FormWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form and the receipt in a real browser: looked at, measured, and used without a mouse. */
class ReportWalkIT {
    private static final int NARROWEST = 320;
    private static final int PHONE = 360;
    private static final int SCREEN = 1280;
    private static final int FIRST_MAX_BYTES = 50 * 1024;
    private static final int ALL_MAX_BYTES = 150 * 1024;
    private static final String UYGHUR = "ئۇلار ماڭا تېلېفون قىلدى.";
    private static final Stack STACK = Stack.shared();

    /** Where somebody was before they came to a page of ours. */
    private static final String BEFORE = "/icon.svg";

    private static final Browser BROWSER = new Browser();

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    private static String base() {
        return STACK.http().base().toString();
    }

    private static FormWalk open(String language, boolean scripts, boolean narrow) {
        return FormWalk.open(BROWSER.person(language, scripts, narrow), base(), language);
    }

    @ParameterizedTest
    @CsvSource({"ug,true", "de,true", "en,false"})
    void everyScreenOfTheWayIsAccessibleAlsoOnTheNarrowestPhone(String language, boolean narrow) {
        FormWalk form = open(language, true, narrow);
        String name = "report-" + language + (narrow ? "-narrow-" : "-wide-");
        form.through(
                "NOW",
                language.equals("ug") ? UYGHUR : "They called.",
                (page, step) -> {
                    String file = name + FormWalk.STEPS.indexOf(step) + "-" + step;
                    BROWSER.examine(page, file);
                    BROWSER.requireFits(page, file + "-320", NARROWEST);
                    page.setViewportSize(narrow ? PHONE : SCREEN, 800);
                });
        form.press("pause", "CHECK");
        Page page = form.page();
        BROWSER.examine(page, name + "16-pause");
        form.next("CHECK").press("ACTORS", "ACTORS").press("add", "ACTORS");
        BROWSER.examine(page, name + "17-another");
        form.next("CHECK");
        String receipt = form.send();
        BROWSER.examine(page, name + "18-receipt");
        page.fill("#typed", receipt.substring(1));
        page.click("main form button:not(.unseen):visible");
        assertEquals("typed", page.evaluate("document.activeElement.id"));
        page.click("details > summary");
        BROWSER.examine(page, name + "19-mistyped");
        page.fill("#typed", receipt);
        page.click("main form button:not(.unseen):visible");
        assertThat(page.locator("#typed")).hasCount(0);
        BROWSER.examine(page, name + "20-kept");
        BROWSER.requireNothingForeign();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "en"})
    void whatIsMissingIsSaidOnItsScreen(String language) {
        FormWalk form = open(language, true, true).next("DANGER").next("DANGER");
        Page page = form.page();
        assertEquals("missed", page.evaluate("document.activeElement.id"));
        BROWSER.examine(page, "report-" + language + "-missed-danger");
        page.check("[name=danger][value=UNSURE]");
        form.next("STORY").press("short", "STORY");
        BROWSER.examine(page, "report-" + language + "-missed-story");
        page.fill("#account", UYGHUR);
        form.press("short", "MAY");
        page.check("#consent-C3");
        page.check("#consent-C5");
        page.click("#send");
        assertEquals("MAY", form.at());
        BROWSER.examine(page, "report-" + language + "-missed-consent");
    }

    @Test
    void helpShowsAtOnceWithoutScripts() {
        FormWalk form = open("ug", false, true).next("DANGER");
        Page page = form.page();
        Locator help = page.locator(".when-danger");
        assertThat(help).isHidden();
        page.check("[name=danger][value=SOON]");
        assertThat(help).isVisible();
        assertThat(help.locator("a[href='tel:112']")).isVisible();
        page.check("[name=danger][value=NO]");
        assertThat(help).isHidden();
        page.check("[name=danger][value=NOW]");
        form.next("STORY");
        assertThat(page.locator("main a[href='tel:112']")).isVisible();
    }

    @Test
    void theShortestWayNeedsTheKeyboardOnlyAndNoScript() {
        Page page = open("en", false, false).page();
        tabTo(page, "button[value=next]");
        enter(page);
        tabTo(page, "[name=danger]");
        page.keyboard().press("ArrowUp");
        enter(page);
        tabTo(page, "#account");
        page.keyboard().type("They called my mother.");
        tabTo(page, "#short");
        enter(page);
        tabTo(page, "#consent-C0");
        page.keyboard().press("Space");
        tabTo(page, "#send");
        enter(page);
        String receipt = FormWalk.receipt(page);
        tabTo(page, "#typed");
        page.keyboard().type(receipt);
        enter(page);
        assertThat(page.locator("#what")).isVisible();
        assertThat(page.locator("#typed")).hasCount(0);
    }

    private static void enter(Page page) {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @Test
    void theDigitsReadFromLeftToRightAmongUyghur() {
        FormWalk form = open("ug", false, true).shortest("UNSURE", UYGHUR);
        form.send();
        Locator groups = form.page().locator(".digits").first().locator("li");
        assertTrue(groups.nth(0).boundingBox().x < groups.nth(1).boundingBox().x);
        assertTrue(groups.nth(1).boundingBox().x < groups.nth(2).boundingBox().x);
    }

    @Test
    void theBrowsersBackLeadsToBeforeUsAndNothingStaysOnTheDevice() {
        Page page = BROWSER.person("en", true, true);
        page.navigate(base() + BEFORE);
        FormWalk form = FormWalk.open(page, base(), "en").next("DANGER");
        page.check("[name=danger][value=NO]");
        form.next("STORY");
        page.fill("#account", "They called my mother.");
        form.next("WANTED");
        assertEquals(
                "0 0 0 0",
                page.evaluate(
                        "async () => [localStorage.length, sessionStorage.length,"
                                + " (await indexedDB.databases()).length,"
                                + " 'caches' in self ? (await caches.keys()).length : 0].join(' ')"));
        assertTrue(page.context().cookies().isEmpty(), "a cookie stays on the device");
        page.goBack();
        assertEquals(base() + BEFORE, page.url());
    }

    /** From the first page through the form and the inbox, and out. */
    @Test
    void oneLineOfTheHistoryIsAllThereEverIs() {
        try (Browser browser = new Browser()) {
            Page page = browser.person("en", true, true);
            outsideIs(page, "<p id=elsewhere>elsewhere</p>");
            page.navigate(base() + BEFORE);
            page.navigate(base() + "/en/");
            Object lines = page.evaluate("history.length");
            page.click("main a[href='/en/report']");
            FormWalk form = FormWalk.at(page).require("SAFETY").shortest("NO", "They called.");
            page.click("[data-whole='/ug/report/whole']");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            page.click("[data-whole='/en/report/whole']");
            assertThat(page.locator("html")).hasAttribute("dir", "ltr");
            String receipt = form.send();
            page.fill("#typed", receipt);
            page.keyboard().press("Enter");
            assertThat(page.locator("#what")).isVisible();
            page.click("main a[href='/en/']");
            page.click("footer a[href='/en/inbox']");
            page.fill("#receipt", receipt);
            page.keyboard().press("Enter");
            page.fill("#text", "They came again.");
            page.click("form:has(#text) button");
            assertThat(page.locator("main")).containsText("They came again.");
            page.click("button[formaction='/ug/inbox']");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            page.click("button[value=ASK_WITHDRAWAL]");
            assertThat(page.locator("#again")).isVisible();
            assertTrue(page.url().endsWith("/ug/inbox"), page.url());
            assertEquals(lines, page.evaluate("history.length"));
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift");
            }
            page.waitForSelector("#elsewhere");
            assertEquals(lines, page.evaluate("history.length"));
            page.goBack();
            assertEquals(base() + BEFORE, page.url());
        }
    }

    private static void outsideIs(Page page, String body) {
        page.route(
                url -> !url.startsWith(base()),
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(200)
                                        .setContentType("text/html")
                                        .setBody(body)));
    }

    @Test
    void everyScreenIsLeftQuicklyByLinkAndByKeyAndNotComeBackTo() {
        try (Browser browser = new Browser()) {
            Page page = browser.person("en", true, false);
            page.navigate(base() + BEFORE);
            leaveQuickly(FormWalk.open(page, base(), "en"));
        }
    }

    private static void leaveQuickly(FormWalk form) {
        Page page = form.page();
        outsideIs(page, "<p id=elsewhere>elsewhere</p>");
        form.next("DANGER");
        page.check("[name=danger][value=NO]");
        form.next("STORY");
        page.fill("#account", "They called my mother.");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift");
        }
        page.waitForSelector("#elsewhere");
        page.goBack();
        assertEquals(base() + BEFORE, page.url());
        everyScreenHasTheLink(FormWalk.open(page, base(), "en"));
        page.click("[data-leave]");
        page.waitForSelector("#elsewhere");
    }

    private static void everyScreenHasTheLink(FormWalk form) {
        Page page = form.page();
        for (String step : FormWalk.STEPS) {
            assertThat(page.locator("[data-leave]")).isVisible();
            assertThat(page.locator("[data-leave]"))
                    .hasAttribute("rel", "noreferrer noopener nofollow");
            form.require(step);
            if (step.equals("CHECK")) {
                break;
            }
            fillNeeded(page, step);
            page.click("#report button.wide");
        }
    }

    private static void fillNeeded(Page page, String step) {
        switch (step) {
            case "DANGER" -> page.check("[name=danger][value=NO]");
            case "STORY" -> page.fill("#account", "They called my mother.");
            case "MAY" -> page.check("#consent-C0");
            default -> {}
        }
    }

    /** 50 kbit/s and two seconds until the first byte: the whole form, to the receipt. */
    @Test
    void onAThinLineTheWholeFormIsUsableAndSmall() {
        Page page = BROWSER.person("ug", true, true);
        CDPSession line = page.context().newCDPSession(page);
        line.send("Network.enable");
        JsonObject thin = new JsonObject();
        thin.addProperty("offline", false);
        thin.addProperty("latency", 2_000);
        thin.addProperty("downloadThroughput", 50_000 / 8);
        thin.addProperty("uploadThroughput", 50_000 / 8);
        line.send("Network.emulateNetworkConditions", thin);
        AtomicLong received = new AtomicLong();
        line.on(
                "Network.loadingFinished",
                event -> received.addAndGet(event.get("encodedDataLength").getAsLong()));
        FormWalk form = FormWalk.open(page, base(), "ug");
        page.waitForLoadState();
        long first = received.get();
        assertTrue(first > 1_000 && first <= FIRST_MAX_BYTES, first + " bytes on the first screen");
        form.through("SOON", UYGHUR, (shown, step) -> {});
        String receipt = form.send();
        assertEquals(34, receipt.length());
        assertTrue(received.get() <= ALL_MAX_BYTES, received.get() + " bytes in all");
        assertEquals(List.of(), page.context().cookies());
        BROWSER.requireNothingForeign();
    }
}
