package org.amanet.alarms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Account;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Database;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What in the log is a sign of something reaches the leads, sealed, and not whom it is about. */
class AlarmsIT {
    private static final Stack STACK = Stack.shared();
    private static final String WATCHED = "watched";

    private final Edits database = new Edits(STACK);

    @BeforeAll
    static void somebodyToWatch() {
        STACK.add(Account.staff(WATCHED, "caseworker", "north"));
    }

    private static Session lead() {
        return STACK.unlocked("lead");
    }

    private static Session watched() {
        return STACK.unlocked(WATCHED);
    }

    private static String alias() {
        return Told.aliasOf(STACK, WATCHED);
    }

    @Test
    void aBrokenSealIsToldAnsweredAndReadByNobodyElse() throws Exception {
        String path = Told.filed(STACK, Reports.saying("With a seal to be broken."));
        database.run(
                "update part set sealed = set_byte(sealed, length(sealed) - 9, 255 -"
                        + " get_byte(sealed, length(sealed) - 9))"
                        + " where report = '%s' and kind = 'TRIAGE'",
                path.replaceAll(".*/", ""));
        watched().get(path).require(409);
        JsonNode alarm = Told.await(lead(), "SEAL_BROKEN", alias());
        assertTrue(alarm.path("waiting").asBoolean());
        assertEquals(path.replaceAll(".*/", ""), alarm.path("report").asText());
        Session other = STACK.unlocked("lead-alternate");
        Told.answer(other, alarm, "Not for me.").require(404);
        Told.answer(watched(), alarm, "Not for me.").require(403);
        Told.answer(lead(), alarm, " ").require(400);
        Told.answer(lead(), alarm, "kestrel: a backup was put back").require(204);
        Told.answer(lead(), alarm, "Once more.").require(409);
        JsonNode after = Told.await(lead(), "SEAL_BROKEN", alias());
        assertFalse(after.path("waiting").asBoolean());
        assertTrue(after.at("/answer/text").asText().startsWith("kestrel"));
        String clear = "select count(*)::text from warning n where n::text like ?";
        assertEquals("0", Database.text(STACK, clear, "%kestrel%"));
    }

    @Test
    void refusedAgainAndAgainIsASign() throws Exception {
        for (int i = 0; i < 10; i++) {
            watched().get(Told.path(UUID.randomUUID().toString())).require(404);
        }
        Told.await(lead(), "REFUSED_OFTEN", alias());
    }

    @Test
    void relativesOpenedByTheDozenAreASign() throws Exception {
        String path = Told.filed(STACK, Reports.whole("With relatives.", "The mother.", "DE"));
        for (int i = 0; i < 10; i++) {
            watched().post(path + "/relatives", Map.of("reason", "again")).require(200);
        }
        JsonNode alarm = Told.await(lead(), "RELATIVES_OFTEN", alias());
        assertEquals("count=10", alarm.path("codes").asText());
    }

    @Test
    void aLineOfTheLogThatWasEditedIsToldToAll() throws Exception {
        // The line that was looked at last, edited, and looked at once more.
        database.run(
                "update watched set seq = seq - 1;"
                        + " create table kept_line as select * from audit_entry"
                        + " where seq = (select seq + 1 from watched);"
                        + " update audit_entry set detail = 'EDITED'"
                        + " where seq = (select seq from kept_line)");
        try {
            Told.await(lead(), "LOG_BROKEN", "null");
            Told.await(STACK.unlocked("lead-alternate"), "LOG_BROKEN", "null");
        } finally {
            database.run(
                    "update audit_entry a set detail = k.detail from kept_line k where a.seq = k.seq;"
                            + " drop table kept_line");
        }
    }

    private static Page atTheDesk(Browser browser, String tag) {
        Page page = browser.person(tag, true, !tag.equals("en"));
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", "lead");
        page.fill("#password", STACK.keycloak().password("lead"));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase("lead"));
        page.click("form[action$='/vault/session'] button");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "en"})
    void theLeadSeesAnswersAndPlantsInTheBrowser(String tag) throws Exception {
        String name = "watched-" + tag;
        STACK.add(Account.staff(name, "caseworker", "north"));
        for (int i = 0; i < 10; i++) {
            STACK.unlocked(name).get(Told.path(UUID.randomUUID().toString())).require(404);
        }
        String id =
                Told.await(lead(), "REFUSED_OFTEN", Told.aliasOf(STACK, name)).path("id").asText();
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, tag);
            assertTrue(page.locator("nav a[href='/desk/alarms']").textContent().matches(".*\\d.*"));
            page.click("nav a[href='/desk/alarms']");
            browser.examine(page, "alarms-" + tag);
            page.locator("#note-" + id).evaluate("field => field.removeAttribute('required')");
            page.click("form[action$='" + id + "/answer'] button");
            assertThat(page.locator("[role=alert]")).isVisible();
            page.fill("#note-" + id, "Asked: a broken bookmark.");
            page.click("form[action$='" + id + "/answer'] button");
            assertThat(page.locator("#note-" + id)).hasCount(0);
            page.click("a[href='/desk/planted']");
            page.fill("#told", "Somebody calls every week and asks for names.");
            page.click("form[action='/desk/planted'] button");
            assertThat(page.locator("tbody tr").first()).isVisible();
            browser.examine(page, "planted-" + tag);
        }
    }
}
