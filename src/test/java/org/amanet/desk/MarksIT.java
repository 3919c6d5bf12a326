package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A text that leaks from the page tells for whom it was; what programs and exports get does not.
 */
class MarksIT {
    private static final Stack STACK = Stack.shared();
    private static final String JOINER = "\u2060";

    private static final String UYGHUR =
            "ئۇلار ھەر ھەپتە تېلېفون قىلىپ مەھەللىدىكى كىشىلەرنىڭ ئىسمىنى سورايدۇ، مەن جاۋاب بەرمىسەم "
                    + "يۇرتتىكى ئاتا ئانامنى ئېلىپ كېتىدىغانلىقىنى ئېيتىدۇ، كېچە كۈندۈز ئۇخلىيالمايمەن ۋە "
                    + "كىمگە دېيىشىمنى بىلمەيمەن، شۇڭا بۇ يەرگە يېزىۋاتىمەن، ماڭا ياردەم قىلىڭلار دەپ سورايمەن "
                    + "ھەمدە بۇ خەتنىڭ باشقىلارنىڭ قولىغا چۈشۈپ قالماسلىقىنى ئۈمىد قىلىمەن، چۈنكى قورقىمەن";

    private static Filed filed(String account) {
        Map<String, Object> report = Reports.saying(account);
        report.put("desk", "north");
        return Filed.of(STACK, report);
    }

    private static Page atTheDesk(Browser browser, String name, String tag) {
        Page page = browser.person(tag, true, !tag.equals("en"));
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", name);
        page.fill("#password", STACK.keycloak().password(name));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase(name));
        page.click("form[action$='/vault/session'] button");
        return page;
    }

    private static String aliasOf(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/alias").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = "ug")
    void whatIsCopiedFromThePageTellsForWhomItWas(String tag) {
        Filed report = filed(UYGHUR);
        report.openedBy(STACK.unlocked("lead")).require(200);
        try (Browser browser = new Browser()) {
            Page page = atTheDesk(browser, "caseworker", tag);
            page.navigate(STACK.http().base() + "/desk/reports/" + report.id());
            String copied = page.locator("p.words").first().textContent();
            assertTrue(copied.contains(JOINER));
            assertEquals(UYGHUR, copied.replace(JOINER, ""));
            assertEquals(0.0, difference(page), 0.01, "the letters join as they did");
            browser.examine(page, "marks-case-" + tag);
            Page lead = atTheDesk(browser, "lead", tag);
            lead.navigate(STACK.http().base() + "/desk/marks?report=" + report.id());
            lead.fill("#text", copied.substring(copied.indexOf(' ', 20) + 1));
            lead.click("form[action='/desk/marks'] button");
            assertEquals(
                    aliasOf("caseworker"),
                    lead.locator("tbody tr").first().locator("td").first().textContent());
            browser.examine(lead, "marks-" + tag);
        }
    }

    /** How much longer the line is than the same text without marks. */
    private static double difference(Page page) {
        return ((Number)
                        page.evaluate(
                                "() => { const p = document.querySelector('p.words');"
                                        + " const w = text => { const s ="
                                        + " document.createElement('span');"
                                        + " s.style.whiteSpace = 'nowrap'; s.style.position ="
                                        + " 'absolute'; s.textContent = text; p.appendChild(s);"
                                        + " const n = s.getBoundingClientRect().width; s.remove();"
                                        + " return n; };"
                                        + " const t = p.textContent;"
                                        + " return w(t) - w(t.replaceAll('\\u2060', '')); }"))
                .doubleValue();
    }

    @Test
    void programsAndNotesGetNone() {
        Filed report = filed("One two three four five six seven eight nine ten eleven twelve.");
        Session caseworker = STACK.unlocked("caseworker");
        assertFalse(report.openedBy(caseworker).require(200).text().contains(JOINER));
        caseworker
                .post(report.path() + "/notes", Map.of("text", "Copied " + JOINER + "from a page"))
                .require(201);
        JsonNode notes = report.openedBy(caseworker).json().path("notes");
        assertEquals("Copied from a page", notes.path(0).path("text").asText());
    }

    @Test
    void onlyALeadWhoHoldsItIsTold() {
        Filed report = filed("One two three four.");
        Map<String, String> text = Map.of("text", "One two three.");
        String marks = report.path() + "/marks";
        STACK.unlocked("caseworker").post(marks, text).require(403);
        STACK.unlocked("lead-alternate").post(marks, text).require(404);
        String nowhere = "/api/v1/desk/reports/" + UUID.randomUUID() + "/marks";
        STACK.unlocked("lead").post(nowhere, text).require(404);
        JsonNode told = STACK.unlocked("lead").post(marks, text).require(200).json();
        assertFalse(told.path("marked").asBoolean());
        assertFalse(report.acts().contains("MARKS_COMPARED"), "whom it is about could see it");
    }
}
