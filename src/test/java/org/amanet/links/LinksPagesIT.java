package org.amanet.links;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Randomness;
import org.amanet.testing.Browser;
import org.amanet.testing.Reports;
import org.amanet.testing.Visitor;
import org.amanet.testing.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors, links, questions and patterns on their pages, without scripts and in a browser. */
class LinksPagesIT {
    private static final Stack STACK = Stack.shared();
    private static final String SITE = "https://example.org/" + Randomness.token(6);

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static Visitor unlocked(String name) {
        Visitor visitor = new Visitor(STACK);
        visitor.signIn(name, "/desk/vault").require(200);
        visitor.post(
                        "/desk/vault/session",
                        Map.of("passphrase", STACK.passphrase(name), "then", "/desk"))
                .require(200);
        return visitor;
    }

    private static Linked from(String country, String account) {
        Map<String, Object> report = Reports.whole("The same account.", "An aunt.", country);
        report.put("desk", "north");
        report.put(
                "suspects",
                List.of(
                        Map.of(
                                "actor",
                                "ACT.PRC",
                                "traces",
                                List.of(Map.of("type", "SEL.NET", "value", SITE)))));
        return Linked.of(STACK, report).with(caseworker(), account);
    }

    private static Page atTheDesk(Browser browser, String tag, boolean scripts) {
        Page page = browser.person(tag, scripts, tag.equals("ug"));
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", "caseworker");
        page.fill("#password", STACK.keycloak().password("caseworker"));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase("caseworker"));
        page.click("form[action$='/vault/session'] button");
        return page;
    }

    /** From the case to a pattern, as somebody does it who works through what came in. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ug"})
    void fromACaseToItsPattern(String tag) {
        String account = "wxid_" + Randomness.token(9);
        Linked first = from("DE", account);
        from("FR", account);
        from("BE", account);
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, tag, true);
            page.navigate(STACK.http().base() + "/desk/reports/" + first.id());
            page.click("a[href$='/links']");
            assertThat(page.locator("main strong").first()).containsText("2");
            assertThat(page.locator("#suggestions ~ ul strong")).hasText(Written.defanged(SITE));
            page.click("form[action$='/suggestions']:not(.filters) button");
            assertThat(page.locator("#suggestions")).hasCount(0);
            page.locator("summary").first().click();
            browser.examine(page, "links-" + tag);
            page.locator("form[action$='/proposals']").first().locator("button").click();
            page.locator("form[action$='/confirmation'] button").click();
            assertThat(page.locator(".tag.fresh")).hasCount(1);
            asked(first, account);
            page.navigate(STACK.http().base() + "/desk/questions");
            assertThat(page.locator("main")).containsText("Also " + account + "?");
            browser.examine(page, "questions-" + tag);
            Locator question = page.locator("main li", having("Also " + account + "?")).first();
            question.locator("textarea").fill("No.");
            question.locator("button[value=false]").click();
            assertThat(page.locator("main li", having("Also " + account + "?"))).hasCount(1);
            page.navigate(STACK.http().base() + "/desk/patterns");
            browser.examine(page, "patterns-" + tag);
            page.navigate(STACK.http().base() + "/desk/patterns/" + patternOf(first));
            assertThat(page.locator("svg").first()).isVisible();
            assertThat(page.locator("svg").first()).containsText(first.reference());
            assertThat(page.locator("svg").first()).containsText(account.substring(0, 12));
            browser.examine(page, "pattern-" + tag);
            page.navigate(STACK.http().base() + "/desk/index");
            browser.examine(page, "index-" + tag);
            browser.requireNothingForeign();
        }
    }

    /** The lead asks those who hold the two others. */
    private static void asked(Linked report, String account) {
        Session lead = STACK.unlocked("lead");
        lead.post(
                        report.path() + "/selectors/" + report.selector(lead) + "/questions",
                        Map.of("text", "Also " + account + "?"))
                .require(204);
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static String patternOf(Linked report) {
        return report.selector(caseworker());
    }

    @Test
    void withoutScriptsEverythingIsSaidAndDoneAllTheSame() {
        Linked report = Linked.of(STACK, Linked.report("north"));
        String path = "/desk/reports/" + report.id() + "/links";
        Visitor visitor = unlocked("caseworker");
        String account = "wxid_" + Randomness.token(9);
        Seen page =
                visitor.post(
                        path + "/selectors",
                        Map.of(
                                "type",
                                "SEL.NET.URL",
                                "value",
                                "https://" + account + ".example/",
                                "whose",
                                "ACTOR",
                                "confidence",
                                "LIKELY",
                                "country",
                                ""));
        assertEquals(path, page.require(200).address().getPath());
        assertTrue(page.text().contains("hxxps://"), page.text());
        assertFalse(page.text().contains("https://" + account), "an address can be tapped on");
        assertTrue(page.text().contains("Seen in other reports: 0"), page.text());
        assertTrue(visitor.get("/desk/patterns").require(200).text().contains("Patterns"));
    }

    @Test
    void whatWasTypedIsStillThere() {
        Linked report = Linked.of(STACK, Linked.report("north"));
        String path = "/desk/reports/" + report.id() + "/links";
        Visitor visitor = unlocked("caseworker");
        Map<String, String> form =
                Map.of(
                        "type",
                        "SEL.VEH.PLATE",
                        "value",
                        "B-AB <1234>",
                        "whose",
                        "THIRD",
                        "confidence",
                        "DOUBTFUL",
                        "country",
                        "Germany");
        Seen wrong = visitor.post(path + "/selectors", form);
        assertEquals(422, wrong.status());
        assertTrue(wrong.text().contains("role=\"alert\""));
        assertTrue(wrong.text().contains("value=\"B-AB &lt;1234&gt;\""), wrong.text());
        assertTrue(wrong.text().contains("value=\"SEL.VEH.PLATE\" selected"));
        visitor.post("/desk/vault/lock", Map.of());
        Seen locked = visitor.post(path + "/selectors", form);
        assertEquals(403, locked.status());
        assertTrue(locked.text().contains("B-AB &lt;1234&gt;</textarea>"), locked.text());
        assertTrue(locked.text().contains("action=\"" + path + "/selectors\""));
    }

    @Test
    void whatIsNotYoursIsNotThere() {
        Linked report = Linked.of(STACK, Linked.report("north"));
        Visitor south = unlocked("lead-alternate");
        Seen foreign = south.get("/desk/reports/" + report.id() + "/links");
        Seen absent = south.get("/desk/reports/" + UUID.randomUUID() + "/links");
        assertEquals(404, foreign.status());
        assertEquals(absent.text(), foreign.text());
        assertEquals(404, south.get("/desk/patterns/" + UUID.randomUUID()).status());
    }
}
