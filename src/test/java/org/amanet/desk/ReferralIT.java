package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Reports;
import org.amanet.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing crosses from one desk to another unless its reporter has named that other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralIT {
    private final Stack stack = Stack.shared();

    @BeforeAll
    void hirePeople() {
        stack.add(Account.staff("caseworker-south", "caseworker", "south"));
    }

    private Session lead() {
        return stack.unlocked("lead");
    }

    private Session south() {
        return stack.unlocked("caseworker-south");
    }

    private static Map<String, Object> consent(String name) {
        Map<String, Object> consent = new HashMap<>();
        consent.put("C0", Map.of("granted", true));
        consent.put("C1", Map.of("granted", true));
        if (!name.isEmpty()) {
            consent.put("C3", Map.of("granted", true, "name", name));
        }
        return consent;
    }

    private Filed told(String named) {
        return told(named, Map.of());
    }

    private Filed told(String named, Map<String, Object> more) {
        Map<String, Object> report = Reports.saying("For two desks");
        report.put("desk", "north");
        report.put("relatives", "an aunt in the valley");
        report.put("consent", consent(named));
        report.putAll(more);
        return Filed.of(stack, report);
    }

    private Answer referring(Filed filed, Session who) {
        String tag = filed.tag(lead());
        return who.post(filed.path() + "/referral", Map.of("desk", "south"), "If-Match", tag);
    }

    private void decides(Filed filed, String named) {
        stack.http()
                .post(
                        "/api/v1/inbox/consent",
                        Map.of(
                                "receipt",
                                filed.receipt(),
                                "language",
                                "en",
                                "consent",
                                consent(named)))
                .require(204);
    }

    private static boolean says(JsonNode inbox, String words) {
        for (JsonNode line : inbox.path("openings")) {
            if (line.path("inWords").asText().equals(words)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void namedOrganisationGetsItAndTheReporterSeesIt() {
        Filed filed = told("A lawyer in town; desk south");
        south().get(filed.path()).require(404);
        referring(filed, lead()).require(200);
        JsonNode read = south().get(filed.path()).require(200).json();
        assertTrue(read.toString().contains("For two desks"));
        assertTrue(
                says(
                        filed.inbox(),
                        "A team lead gave your report to Desk South too, as you allowed"),
                filed.inbox().toString());
        assertTrue(filed.acts().containsAll(List.of("REPORT_REFERRED", "GRANT_MADE")));
        filed.post(south(), "messages", Map.of("text", "We are here too.")).require(201);
    }

    @Test
    void whatLiesUnderTheSecondLockIsNotGiven() {
        Filed filed = told("Desk South");
        referring(filed, lead()).require(200);
        filed.post(south(), "relatives", Map.of("reason", "to help")).require(404);
        filed.post(lead(), "relatives", Map.of("reason", "to help")).require(200);
    }

    @Test
    void unnamedOrganisationGetsNothing() {
        for (String named : List.of("", "A lawyer", "Desk Southern", "not Desk South")) {
            Filed filed = told(named);
            referring(filed, lead()).require(422);
            south().get(filed.path()).require(404);
            assertFalse(filed.acts().contains("REPORT_REFERRED"));
        }
    }

    @Test
    void onlyALeadOfTheReportsOwnDeskDecides() {
        Filed filed = told("Desk South");
        referring(filed, stack.unlocked("caseworker")).require(403);
        referring(filed, stack.unlocked("lead-alternate")).require(404);
        referring(filed, lead()).require(200);
        referring(filed, stack.unlocked("lead-alternate")).require(403);
    }

    @Test
    void whoeverWasLeftOutIsLeftOutThereToo() {
        String out = south().get("/api/v1/staff/me").json().at("/member/id").asText();
        Filed filed = told("Desk South", Map.of("exclude", List.of(out)));
        referring(filed, lead()).require(200);
        south().get(filed.path()).require(404);
        stack.unlocked("lead-alternate").get(filed.path()).require(200);
    }

    @Test
    void deskAtWhichSomebodyIsInvolvedNeverLearnsOfIt() {
        Filed filed =
                told("Desk South", Map.of("insider", true, "insiderAt", "south", "desk", "north"));
        referring(filed, lead()).require(409);
        south().get(filed.path()).require(404);
    }

    @Test
    void itEndsWhenTheReporterNamesItNoMore() {
        Filed filed = told("Desk South");
        referring(filed, lead()).require(200);
        decides(filed, "Desk South, A lawyer");
        south().get(filed.path()).require(200);
        decides(filed, "A lawyer");
        south().get(filed.path()).require(404);
        stack.unlocked("lead-alternate").get(filed.path()).require(404);
        filed.openedBy(lead()).require(200);
        assertTrue(says(filed.inbox(), "Desk South can no longer open your report"));
        assertTrue(filed.acts().contains("REFERRAL_ENDED"));
    }

    @Test
    void pageShowsWhatIsAllowedAndDoesIt() {
        Visitor visitor = new Visitor(stack);
        visitor.signIn("lead", "/desk").require(200);
        visitor.post(
                        "/desk/vault/session",
                        Map.of("passphrase", stack.passphrase("lead"), "then", "/desk"))
                .require(200);
        Filed none = told("");
        String page = "/desk/reports/" + none.id() + "/referral";
        String without = visitor.get(page).require(200).text();
        assertTrue(without.contains("Desk South"));
        assertFalse(without.contains("<form method=\"post\" action=\"/desk/reports/"));
        decides(none, "Desk South");
        String with = visitor.get(page).require(200).text();
        assertTrue(with.contains("Give it to Desk South too"));
        assertEquals(
                409,
                visitor.post(page, Map.of("desk", "south", "version", "99")).status(),
                "the report was changed since");
        String version = with.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        String done =
                visitor.post(page, Map.of("desk", "south", "version", version)).require(200).text();
        assertTrue(done.contains("Somebody there has it already"));
        south().get(none.path()).require(200);
    }

    /** Both pages that are new, as a browser shows them, from right to left too. */
    @ParameterizedTest
    @ValueSource(strings = {"ug", "de"})
    void pagesCanBeUsedByEverybody(String tag) {
        Filed filed = told("Desk South");
        try (Browser browser = new Browser()) {
            Page page = browser.person(tag, true, tag.equals("ug"));
            page.navigate(stack.http().base() + "/desk/vault");
            page.fill("#username", "lead");
            page.fill("#password", stack.keycloak().password("lead"));
            page.click("#kc-login");
            page.fill("#passphrase", stack.passphrase("lead"));
            page.click("form[action$='/vault/session'] button");
            page.navigate(stack.http().base() + "/desk/reports/" + filed.id() + "/referral");
            browser.examine(page, "referral-" + tag);
            page.navigate(stack.http().base() + "/desk/notices");
            browser.examine(page, "notices-" + tag);
        }
    }

    @Test
    void queueSaysWhatNobodyAtTheDeskReads() {
        Map<String, Object> report = Reports.saying("بىر ئىش");
        report.put("language", "ug");
        report.put("desk", "south");
        String reference = Reports.submitted(stack.http(), report).text("reference");
        JsonNode rows = south().get("/api/v1/desk/reports?limit=200").require(200).json();
        boolean seen = false;
        for (JsonNode row : rows.path("items")) {
            boolean uyghur = row.path("language").asText().equals("ug");
            assertEquals(!uyghur, row.path("readHere").asBoolean(), row.toString());
            seen |= row.path("reference").asText().equals(reference);
        }
        assertTrue(seen);
        for (JsonNode row : lead().get("/api/v1/desk/reports?limit=50").json().path("items")) {
            assertTrue(row.path("readHere").asBoolean(), "the north reads all");
        }
    }
}
