package org.amanet.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One act on many reports, and the queue under the hands of somebody who does that all day. */
class BatchIT {
    private static final Stack STACK = Stack.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BATCHES = "/api/v1/desk/batches";
    private static final String TICK = "input[name=report][value^='%s']";

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static String memberId(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    /** In a language that few others come in, so that all stand on the first page. */
    private static Filed filed(String account, String... leftOut) {
        Map<String, Object> report = Reports.saying(account);
        report.put("language", "nb");
        report.put("exclude", List.of(leftOut));
        return Filed.of(STACK, report);
    }

    private static List<JsonNode> lines(Answer answer) {
        return answer.require(200).text().lines().map(BatchIT::line).toList();
    }

    private static JsonNode line(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(Filed report) {
        return report.openedBy(caseworker()).json().at("/standing/status").asText();
    }

    @Test
    void whatCannotBeDoneToOneStopsNoOther() {
        Filed first = filed("One of many.");
        Filed closed = filed("Closed already.");
        closed.move(caseworker(), "ACKNOWLEDGED").require(200);
        closed.move(caseworker(), "CLOSED").require(200);
        Filed leftOut = filed("Not for the caseworker.", memberId("caseworker"));
        Filed last = filed("Another of many.");
        List<String> ids =
                Stream.of(first, closed, leftOut, last).map(one -> one.id().toString()).toList();
        List<JsonNode> told =
                lines(caseworker().post(BATCHES, Map.of("reports", ids, "status", "ACKNOWLEDGED")));
        assertEquals(ids, told.stream().map(one -> one.path("id").asText()).toList());
        assertEquals(
                List.of("null", "illegal-transition", "not-found", "null"),
                told.stream().map(one -> one.path("problem").asText()).toList());
        assertEquals("ACKNOWLEDGED", status(first));
        assertEquals("CLOSED", status(closed));
        assertEquals("ACKNOWLEDGED", status(last));
        assertTrue(first.acts().contains("REPORT_OPENED"), "each is opened, and that is logged");
        assertTrue(leftOut.acts().contains("OPENING_REFUSED"), leftOut.acts().toString());
        assertFalse(leftOut.acts().contains("REPORT_OPENED"));
    }

    @Test
    void whoMayNotGiveItToOthersMayNotDoSoByTheDozen() {
        Filed report = filed("Not to be given away.");
        Map<String, Object> wish =
                Map.of("reports", List.of(report.id().toString()), "assignee", memberId("lead"));
        assertEquals(
                "forbidden",
                lines(caseworker().post(BATCHES, wish)).getFirst().path("problem").asText());
        Map<String, Object> own =
                Map.of(
                        "reports",
                        List.of(report.id().toString()),
                        "assignee",
                        memberId("caseworker"));
        assertTrue(lines(caseworker().post(BATCHES, own)).getFirst().path("problem").isNull());
        assertTrue(report.openedBy(caseworker()).json().at("/standing/mine").asBoolean());
    }

    @Test
    void tooManyOrNoneOrTwoThingsAtOnceAreRefused() {
        List<String> many = Stream.generate(() -> UUID.randomUUID().toString()).limit(201).toList();
        List<String> one = many.subList(0, 1);
        caseworker().post(BATCHES, Map.of("reports", many, "status", "CLOSED")).require(400);
        caseworker().post(BATCHES, Map.of("reports", List.of(), "status", "CLOSED")).require(400);
        caseworker().post(BATCHES, Map.of("reports", one)).require(400);
        caseworker()
                .post(
                        BATCHES,
                        Map.of(
                                "reports",
                                one,
                                "status",
                                "CLOSED",
                                "assignee",
                                memberId("caseworker")))
                .require(400);
        STACK.newSession("caseworker")
                .post(BATCHES, Map.of("reports", one, "status", "CLOSED"))
                .require(403);
    }

    private static Page atTheDesk(Browser browser, String tag, boolean scripts, boolean narrow) {
        Page page = browser.person(tag, scripts, narrow);
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", "caseworker");
        page.fill("#password", STACK.keycloak().password("caseworker"));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase("caseworker"));
        page.click("form[action$='/vault/session'] button");
        page.navigate(STACK.http().base() + "/desk?language=nb&assignee=none");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "de", "en"})
    void withScriptsABarShowsHowFarItIs(String tag) {
        Filed one = filed("Ticked by a mouse.");
        Filed other = filed("Ticked by a key.");
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, tag, true, tag.equals("ug"));
            page.check(TICK.formatted(one.id()));
            page.focus("a[href='/desk/reports/" + other.id() + "']");
            page.keyboard().press("x");
            assertThat(page.locator(TICK.formatted(other.id()))).isChecked();
            page.selectOption("#deed", "ACKNOWLEDGED");
            page.click("[data-batch] button");
            assertThat(page.locator("[data-ended]")).not().isEmpty();
            assertEquals(2, page.evaluate("document.querySelector('progress').value"));
            assertThat(page.locator("tr.done")).hasCount(2);
            browser.examine(page, "batch-" + tag);
        }
        assertEquals("ACKNOWLEDGED", status(one));
        assertEquals("ACKNOWLEDGED", status(other));
    }

    @Test
    void withoutScriptsThePageComesWhenAllIsDone() {
        Filed one = filed("Ticked without a script.");
        Filed other = filed("Moved on by somebody else meanwhile.");
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, "en", false, false);
            page.check(TICK.formatted(one.id()));
            page.check(TICK.formatted(other.id()));
            other.move(STACK.unlocked("lead"), "QUARANTINED").require(200);
            page.selectOption("#deed", "ACKNOWLEDGED");
            page.click("[data-batch] button");
            assertThat(page.locator("main [role=status]")).hasText("Done: 1");
            assertThat(page.locator("main li")).hasCount(1);
            assertThat(page.locator("main li a")).hasText(other.reference());
            browser.picture(page, "batch-without-scripts");
        }
        assertEquals("ACKNOWLEDGED", status(one));
        assertEquals("QUARANTINED", status(other));
    }

    @Test
    void keysGoThroughTheRowsAndOpenOne() {
        filed("The first row.");
        filed("The second row.");
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, "en", true, false);
            page.focus("[data-rows]");
            page.keyboard().press("j");
            String first = (String) page.evaluate("document.activeElement.textContent");
            page.keyboard().press("j");
            String second = (String) page.evaluate("document.activeElement.textContent");
            assertFalse(first.isEmpty() || first.equals(second));
            page.keyboard().press("k");
            assertEquals(first, page.evaluate("document.activeElement.textContent"));
            page.focus("#country");
            page.keyboard().press("x");
            assertEquals(0, page.locator("[name=report]:checked").count());
            page.focus("[data-rows]");
            page.keyboard().press("j");
            page.waitForNavigation(() -> page.keyboard().press("o"));
            assertTrue(page.url().contains("/desk/reports/"), page.url());
        }
    }

    @Test
    void whatIsNewIsToldWithoutMovingTheRows() {
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, "en", true, false);
            page.waitForResponse("**/desk/changes", () -> page.reload());
            page.waitForTimeout(6_000); // what it is told first is what it knows
            assertThat(page.locator("[data-changed]")).isHidden();
            int before = page.locator("[name=report]").count();
            Filed news = filed("While somebody looks.");
            assertThat(page.locator("[data-changed]")).isVisible();
            assertEquals(before, page.locator("[name=report]").count());
            page.click("[data-changed] a");
            assertThat(page.locator(TICK.formatted(news.id()))).isVisible();
        }
    }
}
