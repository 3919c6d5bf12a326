package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Edits;
import org.amanet.testing.Visitor;
import org.amanet.testing.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log on its pages, without scripts and in a browser. */
class LogPageIT {
    private static final Stack STACK = Stack.shared();
    private static final String PAGE = "/desk/log";
    private static final Pattern OLDER = Pattern.compile("href=\"(/desk/log\\?before=\\d+)\"");
    private static final Pattern NUMBER = Pattern.compile("<td class=\"number\">(\\d+)</td>");

    private static Visitor signedIn(String name, String language) {
        Visitor visitor = new Visitor(STACK).reading(language);
        visitor.signIn(name, PAGE);
        return visitor;
    }

    private static Visitor auditor() {
        return signedIn("auditor", "en");
    }

    private static List<Long> numbers(Seen page) {
        return NUMBER.matcher(page.text()).results().map(n -> Long.valueOf(n.group(1))).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Log read, The log is intact",
        "de, ltr, Protokoll gelesen, Das Protokoll ist unversehrt",
        "ug, rtl, خاتىرە دەپتىرى ئوقۇلدى, دەپتەر ساق"
    })
    void speaksTheAuditorsLanguage(String tag, String direction, String read, String intact) {
        Visitor auditor = signedIn("auditor", tag);
        String page = auditor.get(PAGE).require(200).text();
        assertTrue(page.contains("<html lang=\"" + tag + "\" dir=\"" + direction + "\">"), page);
        assertTrue(page.contains(read), page);
        assertTrue(auditor.get(PAGE + "/verification").require(200).text().contains(intact));
    }

    @Test
    void showsTheNewestFirstAndGoesOnWithOlderOnes() {
        Visitor auditor = auditor();
        for (int i = 0; i < 60; i++) {
            STACK.session("auditor").get("/api/v1/audit/entries?limit=1").require(200);
        }
        Seen first = auditor.get(PAGE).require(200);
        Matcher older = OLDER.matcher(first.text());
        assertTrue(older.find(), "there are older ones");
        Seen second = auditor.get(older.group(1)).require(200);
        assertEquals(50, numbers(first).size());
        assertEquals(numbers(first).getLast() - 1, numbers(second).getFirst());
    }

    @Test
    void namesTheEntryThatSomebodyEditedAndStillShowsIt() {
        Visitor auditor = auditor();
        Edits database = new Edits(STACK);
        try (var kept = database.keep("audit_entry", "seq", "3")) {
            database.run("update audit_entry set act = 'INVENTED' where seq = 3");
            String checked = auditor.get(PAGE + "/verification").require(200).text();
            assertTrue(checked.contains("The log is broken at entry 3."), checked);
            assertTrue(checked.contains("It was edited after it was written"), checked);
            String page = auditor.get(PAGE + "?before=5").require(200).text();
            assertTrue(page.contains("INVENTED"), page);
        }
        assertTrue(auditor.get(PAGE + "/verification").text().contains("The log is intact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "de", "en"})
    void isAccessibleAlsoWhenItHasBadNews(String tag) {
        Edits database = new Edits(STACK);
        try (Browser browser = new Browser();
                var kept = database.keep("audit_entry", "seq", "3")) {
            Page page = browser.person(tag, true, true);
            page.navigate(STACK.http().base().resolve(PAGE).toString());
            page.fill("#username", "auditor");
            page.fill("#password", STACK.keycloak().password("auditor"));
            page.click("#kc-login");
            browser.examine(page, "log-" + tag);
            page.navigate(STACK.http().base().resolve(PAGE + "/verification").toString());
            browser.examine(page, "log-intact-" + tag);
            database.run("update audit_entry set act = 'INVENTED' where seq = 3");
            page.reload();
            browser.examine(page, "log-broken-" + tag);
        }
    }

    @Test
    void isTakenAwayAsAFile() {
        Seen file = auditor().get(PAGE + "/file").require(200);
        assertEquals("attachment; filename=\"audit.ndjson\"", file.header("Content-Disposition"));
        assertTrue(file.text().startsWith("{\"log\":{\"format\":\"amanet audit v1\""));
        assertTrue(file.text().strip().lines().toList().getLast().startsWith("{\"end\":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker", "lead", "investigator-de"})
    void isForTheAuditorAlone(String other) {
        Visitor visitor = new Visitor(STACK);
        Seen page = visitor.signIn(other, PAGE);
        assertEquals(403, page.status());
        assertFalse(page.text().contains("<table"), page.text());
        assertEquals(403, visitor.get(PAGE + "/verification").status());
        assertEquals(403, visitor.get(PAGE + "/file").status());
    }
}
