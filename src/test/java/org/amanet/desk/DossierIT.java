package org.amanet.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk works out about a report, paper by paper. */
class DossierIT {
    private static final Stack STACK = Stack.shared();

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static Session lead() {
        return STACK.unlocked("lead");
    }

    private static Filed report() {
        return Filed.of(STACK, Reports.saying("They rang and asked for names."));
    }

    private static Map<String, Object> paper(String kind, Object... members) {
        Map<String, Object> paper = new HashMap<>(Map.of("kind", kind));
        for (int at = 0; at < members.length; at += 2) {
            paper.put((String) members[at], members[at + 1]);
        }
        return paper;
    }

    private static Map<String, Object> statement(String text, String basis) {
        return paper("STATEMENT", "text", text, "basis", basis);
    }

    private static Map<String, Object> translation(String text) {
        return paper(
                "TRANSLATION",
                "of",
                "ACCOUNT",
                "language",
                "de",
                "text",
                text,
                "translator",
                "the desk",
                "machine",
                false);
    }

    private static Answer put(Filed report, Session by, UUID id, Object paper, String... seen) {
        String[] header = seen.length == 0 ? new String[] {"If-None-Match", "*"} : seen;
        return by.put(report.path() + "/papers/" + id, paper, header);
    }

    private static Answer file(Filed report, Object paper) {
        return put(report, caseworker(), UUID.randomUUID(), paper);
    }

    private static JsonNode papers(Filed report, Session by) {
        return by.get(report.path() + "/papers").require(200).json();
    }

    private static String fault(Answer answer) {
        return answer.json().at("/errors/0/pointer").asText()
                + " "
                + answer.json().at("/errors/0/reason").asText();
    }

    @Test
    void aPaperIsChangedByAnotherVersionAndTwoWhoSawTheSameDoNotBothWin() {
        Filed report = report();
        UUID id = UUID.randomUUID();
        Answer first = put(report, caseworker(), id, statement("He rang.", "OBSERVED"));
        assertEquals("\"v1\"", first.require(200).header("ETag"));
        put(report, caseworker(), id, statement("He rang.", "OBSERVED")).require(200);
        put(report, caseworker(), id, statement("Another.", "OBSERVED")).require(412);
        put(report, caseworker(), id, statement("He rang twice.", "OBSERVED"), "If-Match", "\"v1\"")
                .require(200);
        put(report, lead(), id, statement("He wrote.", "OBSERVED"), "If-Match", "\"v1\"")
                .require(412);
        JsonNode papers = papers(report, lead());
        assertEquals(1, papers.size());
        assertEquals("He rang twice.", papers.at("/0/paper/text").asText());
        assertEquals(2, papers.at("/0/version").asInt());
        put(
                        report,
                        caseworker(),
                        id,
                        paper("TASK", "what", "x", "due", "2027-01-01"),
                        "If-Match",
                        "\"v2\"")
                .require(409);
        put(report, caseworker(), id, statement("Without a tag.", "OBSERVED"), "X-None", "1")
                .require(428);
    }

    @Test
    void whatIsTakenOutIsGoneFromThePageAndStaysSealed() {
        Filed report = report();
        UUID id = UUID.randomUUID();
        put(report, caseworker(), id, statement("A mistake.", "ASSESSMENT")).require(200);
        String path = report.path() + "/papers/" + id;
        caseworker().delete(path).require(428);
        caseworker().delete(path, "If-Match", "\"v1\"").require(204);
        assertEquals(0, papers(report, caseworker()).size());
        caseworker().delete(path, "If-Match", "\"v2\"").require(404);
        put(report, caseworker(), id, statement("Again.", "OBSERVED"), "If-Match", "\"v2\"")
                .require(409);
        String count = "select count(*) from part where kind = 'PAPER' and report = ?::uuid";
        assertEquals("2", Database.text(STACK, count, report.id().toString()));
    }

    @Test
    void aTranslationIsReadByAnotherThanWhoWroteIt() {
        Filed report = report();
        UUID id = UUID.randomUUID();
        Map<String, Object> forged = translation("Sie riefen an.");
        forged.put("reviewer", "nobody");
        put(report, caseworker(), id, forged).require(200);
        assertTrue(papers(report, caseworker()).at("/0/paper/reviewer").isNull());
        String review = report.path() + "/papers/" + id + "/review";
        caseworker().post(review, "", "If-Match", "\"v1\"").require(403);
        lead().post(review, "", "If-Match", "\"v1\"").require(200);
        assertFalse(papers(report, caseworker()).at("/0/paper/reviewer").asText().isEmpty());
        put(report, caseworker(), id, translation("Sie riefen oft an."), "If-Match", "\"v2\"")
                .require(200);
        assertTrue(
                papers(report, caseworker()).at("/0/paper/reviewer").isNull(),
                "another text has not been read");
        file(report, translation("Noch eine.")).require(409);
        Map<String, Object> ofNothing = translation("Von nichts.");
        ofNothing.put("of", "MESSAGE.1");
        assertEquals("/of unknown", fault(file(report, ofNothing).require(400)));
    }

    @Test
    void aFactSaysHowItIsKnown() {
        Filed report = report();
        assertEquals(
                "/source missing",
                fault(file(report, statement("It was said.", "HEARD_FROM")).require(400)));
        Map<String, Object> heard = statement("It was said.", "HEARD_FROM");
        heard.put("source", "a neighbour");
        heard.put("day", "2026-02");
        file(report, heard).require(200);
        heard.put("day", "last week");
        file(report, heard).require(400);
        heard.put("day", "2026-02");
        heard.put("exhibit", UUID.randomUUID().toString());
        assertEquals("/exhibit unknown", fault(file(report, heard).require(400)));
    }

    /** The hostages' names lie under the lock of their own or nowhere. */
    @Test
    void familyThatIsNotSafeIsNotNamedBesideTheAccount() {
        Filed report = report();
        Map<String, Object> person =
                paper(
                        "INVOLVED",
                        "category",
                        "VICTIM",
                        "relation",
                        "REL.FAM.PARENT",
                        "place",
                        "PRC",
                        "minor",
                        false);
        file(report, person).require(200);
        person.put("name", "canary");
        assertEquals("/name relative-named", fault(file(report, person).require(400)));
        person.put("place", "UNKNOWN");
        file(report, person).require(400);
        person.put("place", "EU");
        file(report, person).require(200);
    }

    @Test
    void nobodyElseLearnsOfItFromUsWithoutConsent() {
        Filed report = report();
        Map<String, Object> referral =
                paper("REFERRAL", "to", "A clinic", "state", "OFFERED", "shares", false);
        file(report, referral).require(200);
        referral.put("shares", true);
        file(report, referral).require(422);
    }

    @Test
    void codesAreThoseOfTheListsAndThereIsOneCoding() {
        Filed report = report();
        Map<String, Object> coding =
                paper("CODING", "lists", 1, "codes", List.of("DEM.INFORM.PERSON", "MEA.CALL"));
        UUID id = UUID.randomUUID();
        put(report, caseworker(), id, coding).require(200);
        put(report, lead(), UUID.randomUUID(), coding).require(409);
        coding.put("codes", List.of("DEM.NOSUCH"));
        put(report, caseworker(), id, coding, "If-Match", "\"v1\"").require(400);
        coding.put("codes", List.of("SEL.TEL.PHONE"));
        put(report, caseworker(), id, coding, "If-Match", "\"v1\"").require(400);
        coding.put("codes", List.of("MEA.MSG.THREAT"));
        coding.put("lists", 2);
        put(report, caseworker(), id, coding, "If-Match", "\"v1\"").require(400);
        coding.put("lists", 1);
        put(report, caseworker(), id, coding, "If-Match", "\"v1\"").require(200);
    }

    @Test
    void nobodyElseReadsItNorTheReporter() {
        Filed report = report();
        file(report, statement("canarypaperword", "OBSERVED")).require(200);
        Session other = STACK.unlocked("lead-alternate");
        other.get(report.path() + "/papers").require(404);
        put(report, other, UUID.randomUUID(), statement("x", "OBSERVED")).require(404);
        assertFalse(report.inbox().toString().contains("canarypaperword"));
        assertTrue(report.acts().contains("PAPER_FILED"), report.acts().toString());
    }

    @Test
    void whoeverAsksToHearItAgainSaysWhy() {
        Filed report = report();
        report.post(caseworker(), "messages", Map.of("text", "Please write: ___")).require(400);
        Map<String, Object> message =
                Map.of("text", "Please tell us again.", "retelling", "The court wants it.");
        report.post(caseworker(), "messages", message).require(201);
        JsonNode note = report.openedBy(lead()).json().at("/notes/0");
        assertEquals("RETELLING", note.path("about").asText());
        assertEquals("The court wants it.", note.path("text").asText());
    }

    private static Page atTheCase(Browser browser, Filed report, String tag, boolean scripts) {
        Page page = browser.person(tag, scripts, false);
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", "caseworker");
        page.fill("#password", STACK.keycloak().password("caseworker"));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase("caseworker"));
        page.click("form[action$='/vault/session'] button");
        page.navigate(STACK.http().base() + "/desk/reports/" + report.id());
        return page;
    }

    /** The same words with whatever marks stand between them. */
    private static Pattern marked(String text) {
        return Pattern.compile(text.replace(".", "\\.").replace(" ", "[\\s\u2060]+"));
    }

    private static String form(String kind) {
        return "details:has(> form > input[name=kind][value=" + kind + "])";
    }

    /**
     * A case worked on by hand: what was typed wrongly is still there, and nothing needs scripts.
     */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ug"})
    void aCaseIsWorkedOnFromItsPage(String tag) {
        Filed report = report();
        try (Browser browser = new Browser()) {
            Page page = atTheCase(browser, report, tag, tag.equals("ug"));
            String statement = form("STATEMENT");
            page.click(statement + " > summary");
            page.fill("#statement-text", "He was seen before the house.");
            page.selectOption("#statement-basis", "HEARD_FROM");
            page.fill("#statement-day", "2026-05");
            page.click(statement + " > form button");
            assertThat(page.locator("#statement-text")).hasValue("He was seen before the house.");
            page.fill("#statement-source", "A neighbour");
            page.click(statement + " > form button");
            assertThat(page.locator("ol.timeline")).containsText("He was seen before the house.");
            String translation = form("TRANSLATION");
            page.click(translation + " > summary");
            page.fill("#translation-language", "de");
            page.fill("#translation-text", "Sie riefen an und fragten nach Namen.");
            page.fill("#translation-translator", "The desk");
            page.click(translation + " > form button");
            assertThat(page.locator("section.working p.words").first())
                    .hasText(marked("Sie riefen an und fragten nach Namen."));
            String coding = form("CODING");
            page.click(coding + " > summary");
            page.locator(coding + " details.codes > summary").first().click();
            page.check("input[name=codes][value='DEM.INFORM.PERSON']");
            page.click(coding + " > form > button");
            assertThat(page.locator("section[aria-labelledby=coding] dd").first())
                    .containsText("DEM.INFORM.PERSON");
            page.navigate(page.url().replaceAll("#.*", "") + "?reply=keep_proof");
            assertThat(page.locator("#message")).not().hasValue("");
            if (tag.equals("ug")) {
                browser.examine(page, "dossier-ug");
            } else {
                browser.picture(page, "dossier-en");
            }
        }
    }
}
