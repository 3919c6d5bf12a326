package org.amanet.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that somebody keeps: their own, sealed to them, and nobody else's business. */
class FilterIT {
    private static final Stack STACK = Stack.shared();
    private static final String FILTERS = "/api/v1/desk/filters";
    private static final String KEEPER = "filter-keeper";

    @BeforeAll
    static void somebodyWithNone() {
        STACK.add(Account.staff(KEEPER, "caseworker", "north"));
    }

    private static Session keeper() {
        return STACK.unlocked(KEEPER);
    }

    private static Answer keep(Session session, String name, String query) {
        return session.post(FILTERS, Map.of("name", name, "query", query));
    }

    private static boolean lists(Session session, String id) {
        for (JsonNode one : session.get(FILTERS).require(200).json()) {
            if (one.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void areSealedToTheirKeeperAndGoWhenGivenUp() {
        String id =
                keep(keeper(), "zlatorog nights", "band=P0&unread=true").require(201).text("id");
        assertTrue(lists(keeper(), id));
        assertFalse(lists(STACK.unlocked("lead"), id));
        STACK.unlocked("lead").delete(FILTERS + "/" + id).require(404);
        String stored =
                Database.text(
                        STACK,
                        "select encode(sealed, 'escape') from saved_filter where id = ?::uuid",
                        id);
        assertTrue(stored.startsWith("age-encryption.org/v1"));
        assertFalse(stored.contains("zlatorog") || stored.contains("unread"));
        STACK.newSession(KEEPER).get(FILTERS).require(403);
        keeper().delete(FILTERS + "/" + id).require(204);
        assertFalse(lists(keeper(), id));
        keeper().delete(FILTERS + "/" + id).require(404);
        keeper().delete(FILTERS + "/" + UUID.randomUUID()).require(404);
        keeper().delete(FILTERS + "/not-an-id").require(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"band=P9", "owner=me", "country=%zz", "assignee=you"})
    void thatCannotBeAskedForAreNotKept(String query) {
        keep(keeper(), "Never", query).require(400);
    }

    @Test
    void haveANameOfOneLine() {
        keep(keeper(), " ", "band=P1").require(400);
        keep(keeper(), "a\nb", "band=P1").require(400);
        keep(keeper(), "x".repeat(61), "band=P1").require(400);
    }

    @Test
    void areNotMoreThanAnybodyFindsAgain() {
        Session colleague = STACK.unlocked("caseworker");
        int there = colleague.get(FILTERS).json().size();
        for (int i = there; i < 20; i++) {
            keep(colleague, "Number " + i, "band=P2").require(201);
        }
        Answer full = keep(colleague, "One too many", "band=P2").require(400);
        assertTrue(full.text().contains("no-room"), full.text());
        for (JsonNode one : colleague.get(FILTERS).json()) {
            colleague.delete(FILTERS + "/" + one.path("id").asText()).require(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "de", "en"})
    void areKeptAndGivenUpOnTheQueueWithoutScripts(String tag) {
        try (Browser browser = new Browser()) {
            Page page = browser.person(tag, true, tag.equals("ug"));
            page.route("**/desk-*.js", com.microsoft.playwright.Route::abort);
            page.navigate(STACK.http().base() + "/desk/vault");
            page.fill("#username", KEEPER);
            page.fill("#password", STACK.keycloak().password(KEEPER));
            page.click("#kc-login");
            page.fill("#passphrase", STACK.passphrase(KEEPER));
            page.click("form[action$='/vault/session'] button");
            page.navigate(STACK.http().base() + "/desk");
            assertThat(page.locator("details.keep")).hasCount(0);
            page.selectOption("#band", "P1");
            page.click("form[action='/desk'] button");
            page.click("details.keep summary");
            page.fill("#name", "تۈن <b>" + tag);
            page.click("form[action='/desk/filters'] button");
            assertThat(page.locator(".amounts li:has(form) a[href='/desk?band=P1'] bdi"))
                    .hasText("تۈن <b>" + tag);
            browser.examine(page, "queue-filters-" + tag);
            page.click("form[action='/desk/filters/removal'] button");
            assertThat(page.locator("form[action='/desk/filters/removal']")).hasCount(0);
            assertEquals(STACK.http().base() + "/desk", page.url());
        }
    }
}
