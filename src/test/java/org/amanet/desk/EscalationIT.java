package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time runs, and whoever has to know is told: once, on the queue and in the log. */
class EscalationIT {
    private static final Stack STACK = Stack.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Edits database = new Edits(STACK);

    private static Session lead() {
        return STACK.unlocked("lead");
    }

    private static Filed filed() {
        return Filed.of(STACK, Reports.saying("Nobody looks."));
    }

    /** As if so much of the time had run: all of it, where it is more than the whole. */
    private void run(Filed report, double share) {
        if (share >= 1) {
            database.run(
                    "update report set due_at = now() - interval '1 minute' where id = '%s'",
                    report.id());
        } else {
            database.run(
                    "update report set due_from = now() - (due_at - now()) * %s, stage_until = now()"
                            + " where id = '%s'",
                    share / (1 - share), report.id());
        }
    }

    private static List<String> told(Filed report) {
        return report.log().stream()
                .filter(line -> line.path("act").asText().equals("DEADLINE_ESCALATED"))
                .map(line -> line.path("by").asText() + " " + line.path("detail").asText())
                .toList();
    }

    private static void await(Filed report, String... expected) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (told(report).size() < expected.length && Instant.now().isBefore(end)) {
            Thread.sleep(300);
        }
        assertEquals(List.of(expected), told(report));
    }

    private static boolean lists(String query, Filed report) {
        JsonNode items = lead().get("/api/v1/desk/reports?limit=200&" + query).require(200).json();
        return StreamSupport.stream(items.path("items").spliterator(), false)
                .anyMatch(row -> row.path("id").asText().equals(report.id().toString()));
    }

    private static int overview(Session session, String name) {
        return session.get("/api/v1/desk/overview").require(200).json().path(name).asInt();
    }

    @Test
    void eachStageIsToldOnceHoweverManyServersLook() throws Exception {
        Filed report = filed();
        int late = overview(lead(), "late");
        int over = overview(lead(), "over");
        try (Service other = STACK.replica(Map.of("amanet.reports.deadlines", "1s"))) {
            assertFalse(lists("stage=HALF", report));
            run(report, 0.55);
            await(report, "SYSTEM EARLY to HALF");
            assertTrue(lists("stage=HALF", report));
            assertFalse(lists("stage=THREE_QUARTERS", report));
            run(report, 0.8);
            await(report, "SYSTEM EARLY to HALF", "SYSTEM HALF to THREE_QUARTERS");
            assertEquals(late + 1, overview(lead(), "late"));
            run(report, 1);
            String last = "SYSTEM EARLY to OVER";
            await(report, "SYSTEM EARLY to HALF", "SYSTEM HALF to THREE_QUARTERS", last);
            assertTrue(lists("stage=OVER", report));
            assertEquals(over + 1, overview(lead(), "over"));
            Thread.sleep(2500);
            assertEquals(3, told(report).size());
        }
        assertEquals(0, report.inbox().path("openings").size(), "nobody opened it");
    }

    @Test
    void whoeverActsStartsTheClockAnew() throws Exception {
        Filed report = filed();
        run(report, 1);
        await(report, "SYSTEM EARLY to OVER");
        report.move(lead(), "ACKNOWLEDGED").require(200);
        assertFalse(lists("stage=HALF", report));
        Thread.sleep(2500);
        assertEquals(1, told(report).size());
    }

    @Test
    void whatIsPutAsideWaitsForNobody() throws Exception {
        Filed report = filed();
        report.move(lead(), "QUARANTINED").require(200);
        run(report, 1);
        Thread.sleep(2500);
        assertEquals(List.of(), told(report));
    }

    @Test
    void countsAreOfWhatOneMayOpenAndOpenNothing() {
        Filed report =
                Filed.of(STACK, Reports.whole("Somebody is in danger.", "The mother.", "DE"));
        JsonNode mine = lead().get("/api/v1/desk/overview").require(200).json();
        JsonNode others =
                STACK.unlocked("lead-alternate").get("/api/v1/desk/overview").require(200).json();
        report.move(lead(), "QUARANTINED").require(200);
        JsonNode after = lead().get("/api/v1/desk/overview").require(200).json();
        assertEquals(mine.at("/bands/P1").asInt() - 1, after.at("/bands/P1").asInt());
        assertEquals(mine.path("aside").asInt() + 1, after.path("aside").asInt());
        assertEquals(
                others,
                STACK.unlocked("lead-alternate").get("/api/v1/desk/overview").json(),
                "another desk's counts moved");
        assertFalse(report.acts().subList(0, 1).contains("REPORT_OPENED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "de", "en"})
    void theLeadIsToldOnTheQueue(String tag) throws Exception {
        Filed half = filed();
        run(half, 0.55);
        Filed late = filed();
        run(late, 0.8);
        Filed over = filed();
        run(over, 1);
        await(over, "SYSTEM EARLY to OVER");
        await(late, "SYSTEM EARLY to THREE_QUARTERS");
        try (Browser browser = new Browser()) {
            Page page = browser.person(tag, true, !tag.equals("en"));
            page.navigate(STACK.http().base() + "/desk/vault");
            page.fill("#username", "lead");
            page.fill("#password", STACK.keycloak().password("lead"));
            page.click("#kc-login");
            page.fill("#passphrase", STACK.passphrase("lead"));
            page.click("form[action$='/vault/session'] button");
            page.navigate(STACK.http().base() + "/desk");
            assertTrue(page.locator("a[href='/desk?stage=OVER']").isVisible());
            browser.examine(page, "queue-late-" + tag);
            page.click("a[href='/desk?stage=THREE_QUARTERS']");
            assertTrue(page.locator("tr.THREE_QUARTERS").first().isVisible());
            assertEquals(0, page.locator("tr.HALF").count());
            assertTrue(page.locator("tr.OVER").first().isVisible());
        }
    }
}
