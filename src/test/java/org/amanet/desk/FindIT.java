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
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;

/** Words in all that somebody may open. */
class FindIT {
    private static final Stack STACK = Stack.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEARCHES = "/api/v1/desk/searches";

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static Filed filed(String account) {
        return Filed.of(STACK, Reports.saying(account));
    }

    private static JsonNode line(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> told(Session by, String text) {
        return by.post(SEARCHES, Map.of("text", text))
                .require(200)
                .text()
                .lines()
                .map(FindIT::line)
                .toList();
    }

    private static List<JsonNode> found(Session by, String text) {
        return told(by, text).stream()
                .map(line -> line.path("found"))
                .filter(found -> !found.isNull())
                .toList();
    }

    private static List<String> ids(List<JsonNode> found) {
        return found.stream().map(one -> one.path("id").asText()).toList();
    }

    @Test
    void aNameIsFoundInWhateverScriptItStandsAndItsReporterSeesIt() {
        String once = "zk" + UUID.randomUUID().toString().substring(0, 6);
        Filed report = filed("ئۇلار قاراماي شەھىرىدىن تېلېفون قىلدى " + once);
        List<JsonNode> spelt = found(caseworker(), "qaramay " + once);
        assertEquals(List.of(report.id().toString()), ids(spelt));
        assertTrue(spelt.getFirst().path("spelt").asBoolean());
        assertEquals("[\"ACCOUNT\"]", spelt.getFirst().path("where").toString());
        List<JsonNode> alike = found(caseworker(), "克拉玛依 " + once);
        assertEquals(List.of(report.id().toString()), ids(alike));
        assertFalse(alike.getFirst().path("spelt").asBoolean());
        assertTrue(report.acts().contains("REPORT_FOUND"), report.acts().toString());
        assertTrue(report.inbox().path("openings").toString().contains("REPORT_FOUND"));
    }

    @Test
    void notesMessagesAndPapersAreReadInTheirLatestVersion() {
        String once = "zn" + UUID.randomUUID().toString().substring(0, 6);
        Filed report = filed("Nothing to be found.");
        report.post(caseworker(), "notes", Map.of("text", once)).require(201);
        report.reply(once).require(204);
        String paper = report.path() + "/papers/" + UUID.randomUUID();
        Map<String, Object> first =
                Map.of("kind", "STATEMENT", "basis", "OBSERVED", "text", once + "first");
        Map<String, Object> second =
                Map.of("kind", "STATEMENT", "basis", "OBSERVED", "text", "another");
        caseworker().put(paper, first, "If-None-Match", "*").require(200);
        assertEquals(1, found(caseworker(), once + "first").size());
        caseworker().put(paper, second, "If-Match", "\"v1\"").require(200);
        assertEquals(List.of(), found(caseworker(), once + "first"));
        assertEquals(
                "[\"MESSAGE\",\"NOTE\"]",
                found(caseworker(), once).getFirst().path("where").toString());
    }

    @Test
    void whatIsNotYoursOrUnderTheSecondLockIsNotFound() {
        String once = "zs" + UUID.randomUUID().toString().substring(0, 6);
        Map<String, Object> told = Reports.whole("An account.", once, "DE");
        told.put("desk", "north");
        Filed.of(STACK, told);
        assertEquals(List.of(), found(caseworker(), once));
        Filed other = filed("Not for the south: " + once);
        assertEquals(List.of(), found(STACK.unlocked("lead-alternate"), once));
        assertEquals(List.of(other.id().toString()), ids(found(caseworker(), once)));
        assertFalse(
                told(caseworker(), once).stream()
                        .anyMatch(line -> line.path("read").asInt() > line.path("of").asInt()));
    }

    @Test
    void whatFindsEverythingIsRefusedAndSoIsALockedVault() {
        caseworker().post(SEARCHES, Map.of("text", "a")).require(400);
        caseworker().post(SEARCHES, Map.of("text", "x".repeat(201))).require(400);
        STACK.newSession("caseworker").post(SEARCHES, Map.of("text", "word")).require(403);
    }

    @Test
    void thePageComesWhileReportsAreReadWithoutScripts() {
        String once = "zp" + UUID.randomUUID().toString().substring(0, 6);
        Filed report = filed("To be found on a page: " + once);
        try (Browser browser = new Browser()) {
            Page page = browser.person("ug", false, true);
            page.navigate(STACK.http().base() + "/desk/vault");
            page.fill("#username", "caseworker");
            page.fill("#password", STACK.keycloak().password("caseworker"));
            page.click("#kc-login");
            page.fill("#passphrase", STACK.passphrase("caseworker"));
            page.click("form[action$='/vault/session'] button");
            page.navigate(STACK.http().base() + "/desk/find");
            page.fill("#text", "?");
            page.click("main form button");
            assertThat(page.locator("[role=alert]")).isVisible();
            assertThat(page.locator("#text")).hasValue("?");
            page.fill("#text", once);
            page.click("main form button");
            assertThat(page.locator(".hit a")).hasText(report.reference());
            assertThat(page.locator(".found .progress:visible")).hasCount(1);
            browser.picture(page, "find-ug");
        }
    }
}
