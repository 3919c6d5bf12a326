package org.amanet.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form and the receipt in a real browser: looked at, measured, and used without a mouse. */
class ReportWalkIT {
    private static final int NARROWEST = 320;
    private static final Stack STACK = Stack.shared();
    private static final Browser BROWSER = new Browser();

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    private static Page open(String language, boolean scripts, boolean narrow) {
        Page page = BROWSER.person(language, scripts, narrow);
        page.navigate(STACK.http().base() + "/" + language + "/report");
        return page;
    }

    @ParameterizedTest
    @CsvSource({"ug,true", "de,true", "en,false"})
    void everyPageOfTheWayIsAccessible(String language, boolean narrow) {
        Page page = open(language, true, narrow);
        String name = "report-" + language + (narrow ? "-narrow" : "-wide");
        BROWSER.examine(page, name + "-1-empty");

        page.click("#send");
        assertEquals("missed", page.evaluate("document.activeElement.id"));
        BROWSER.examine(page, name + "-2-missed");

        for (Locator summary : page.locator("details > summary").all()) {
            summary.click();
        }
        page.check("[name=danger][value=NOW]");
        page.fill("#account", language.equals("ug") ? "ئۇلار ماڭا تېلېفون قىلدى." : "They called.");
        page.check("[name=insider]");
        for (Locator tick : page.locator("[name=consent]").all()) {
            tick.check();
        }
        BROWSER.examine(page, name + "-3-open");
        page.setViewportSize(NARROWEST, 700);
        BROWSER.examine(page, name + "-4-open-narrowest");

        page.fill("#C3-name", "a lawyer");
        page.selectOption("#C4-country", "DE");
        page.selectOption("#C5-country", "SE");
        page.click("#send");
        BROWSER.examine(page, name + "-5-receipt");

        String receipt = digits(page);
        page.fill("#typed", receipt.substring(1));
        page.click("main form button");
        assertEquals("typed", page.evaluate("document.activeElement.id"));
        page.click("details > summary");
        BROWSER.examine(page, name + "-6-mistyped");

        page.fill("#typed", receipt);
        page.click("main form button");
        assertThat(page.locator("#typed")).hasCount(0);
        BROWSER.examine(page, name + "-7-kept");
        assertTrue(page.context().cookies().isEmpty(), "a cookie stays on the device");
        BROWSER.requireNothingForeign();
    }

    private static String digits(Page page) {
        return page.locator(".digits").first().locator("li").allInnerTexts().stream()
                .collect(Collectors.joining(" "));
    }

    @Test
    void helpShowsAtOnceWithoutScripts() {
        Page page = open("ug", false, true);
        Locator help = page.locator(".when-danger");
        assertThat(help).isHidden();
        page.check("[name=danger][value=SOON]");
        assertThat(help).isVisible();
        assertThat(help.locator("a[href='tel:112']")).isVisible();
        page.check("[name=danger][value=NO]");
        assertThat(help).isHidden();
    }

    @Test
    void theShortestWayNeedsTheKeyboardOnlyAndNoScript() {
        Page page = open("en", false, false);
        page.focus("#danger-NOW");
        page.keyboard().press("ArrowUp");
        page.focus("#account");
        page.keyboard().type("They called my mother.");
        page.focus("#consent-C0");
        page.keyboard().press("Space");
        page.focus("#send");
        page.keyboard().press("Enter");
        assertThat(page.locator(".digits").first().locator("li")).hasCount(7);
        String receipt = digits(page);
        page.focus("#typed");
        page.keyboard().type(receipt);
        page.keyboard().press("Enter");
        assertThat(page.locator("#what")).isVisible();
        assertThat(page.locator("#typed")).hasCount(0);
    }

    @Test
    void theDigitsReadFromLeftToRightAmongUyghur() {
        Page page = open("ug", false, true);
        page.check("[name=danger][value=UNSURE]");
        page.fill("#account", "ئۇلار ماڭا تېلېفون قىلدى.");
        page.check("#consent-C0");
        page.click("#send");
        Locator groups = page.locator(".digits").first().locator("li");
        assertTrue(groups.nth(0).boundingBox().x < groups.nth(1).boundingBox().x);
        assertTrue(groups.nth(1).boundingBox().x < groups.nth(2).boundingBox().x);
    }
}
