package org.amanet.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.FormWalk;
import org.amanet.testing.Receipts;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is never calm, and takes three accounts of the same words for a flood. */
class ProofIT {
    private static final String WORDS = "They called my mother again and asked where I live now.";
    private static final int TURN_MILLIS = 3_000;
    private static final Stack STACK = Stack.shared();

    private static Service server;
    private static Http http;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server =
                STACK.replica(
                        Map.of(
                                "amanet.intake.calm-per-minute", "0",
                                "amanet.intake.turn", TURN_MILLIS / 1000 + "s",
                                "amanet.intake.identical-per-hour", "2",
                                "amanet.http.reports-per-minute", "1000",
                                "amanet.http.turns-per-minute", "1000"));
        http = server.http();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static Answer submit(String account, String key, String proof) {
        return http.post(
                "/api/v1/reports",
                Reports.saying(account),
                "Idempotency-Key",
                key,
                Gate.HEADER,
                proof);
    }

    private static String problem(Answer answer) {
        return answer.status() + " " + answer.text("type");
    }

    @Test
    void aScriptWorksForEachReport() {
        String key = Reports.key();
        Answer told = Reports.submit(http, Reports.saying("Once."), key);
        assertEquals("429 /problems/proof-wanted", problem(told));
        String proof = Work.proofFor(http, key);
        Answer taken = submit("Once.", key, proof).require(201);
        assertEquals(taken.text(), submit("Once.", key, proof).require(201).text());
        assertEquals(
                "429 /problems/proof-wanted",
                problem(submit("Twice.", Reports.key(), proof)),
                "one proof let two reports in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "salt", "signature", "challenge", "algorithm"})
    void aProofIsNoBetterThanItsParts(String part) {
        String key = Reports.key();
        ObjectNode payload = Work.solved(Work.challenge(http, Gate.subject(key)));
        String salt = payload.path("salt").asText();
        switch (part) {
            case "number" -> payload.put(part, payload.path(part).asLong() + 1);
            case "salt" -> payload.put(part, salt.replace("expires=1", "expires=2"));
            case "algorithm" -> payload.put(part, "SHA-1");
            default -> payload.put(part, payload.path(part).asText().replace('a', 'b'));
        }
        Answer refused = submit("Forged.", key, Work.written(payload));
        assertEquals("429 /problems/proof-wanted", problem(refused));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "bm90IGpzb24=", "e30=", "bnVsbA==", "W10="})
    void whatIsNoProofIsRefusedLikeNone(String brought) {
        Answer refused = submit("Nothing.", Reports.key(), brought);
        assertEquals("429 /problems/proof-wanted", problem(refused));
    }

    @Test
    void aChallengeIsForSomething() {
        String salt = Work.challenge(http, Gate.subject("any")).path("salt").asText();
        assertTrue(salt.endsWith("&"), "digits of the number could be read as a later end");
        assertEquals(400, http.get("/api/v1/challenges").status());
        assertEquals(400, http.get("/api/v1/challenges?for=everything").status());
    }

    /** Where scripts run, the page works for it without being seen. */
    @Test
    void theBrowserWorksByItself() {
        Page page = browser.person("en", true, true);
        List<String> brought = new ArrayList<>();
        page.onRequest(
                (Request request) -> {
                    if (request.url().endsWith("/sealed-reports")) {
                        brought.add(String.valueOf(request.headerValue("Proof")));
                    }
                });
        FormWalk.open(page, http.base().toString(), "en").shortest("NO", WORDS + " In a browser.");
        page.click("#send:visible");
        assertThat(page.locator("#typed")).isVisible();
        assertEquals(2, brought.size(), "asked once, and once with its proof");
    }

    /**
     * Without scripts somebody keeps their place, and everything that they wrote; the same where
     * scripts run and ours did not arrive, as axe needs some to look around.
     */
    @ParameterizedTest
    @CsvSource({"ug,true,true", "de,false,false", "zh-Hans,true,true"})
    void withoutScriptsSomebodyWaitsForATurn(String language, boolean scripts, boolean narrow) {
        Page page = browser.person(language, scripts, narrow);
        page.route("**/form-*.js", Route::abort);
        FormWalk.open(page, http.base().toString(), language).shortest("NO", WORDS + language);
        page.click("#send:visible");
        assertThat(page.locator("#missed")).isVisible();
        String turn = page.locator("input[name=turn]").getAttribute("value");
        page.click("#send:visible"); // too soon
        assertThat(page.locator("#missed")).isVisible();
        assertEquals(turn, page.locator("input[name=turn]").getAttribute("value"));
        if (scripts) {
            browser.examine(page, "turn-" + language);
        }
        page.waitForTimeout(TURN_MILLIS);
        page.click("#send:visible");
        assertThat(page.locator("#typed")).isVisible();
        String receipt =
                String.join("", page.locator(".digits").first().locator("li").allInnerTexts());
        String id = Receipts.reportOf(STACK, receipt);
        assertEquals(
                WORDS + language,
                STACK.unlocked("lead")
                        .get("/api/v1/desk/reports/" + id)
                        .require(200)
                        .json()
                        .at("/account/account")
                        .asText());
    }

    @Test
    void aTurnIsForOneReportAndComesWhenItComes() throws InterruptedException {
        WebForm form = WebForm.filled(http, "en");
        Answer told = form.send();
        assertEquals(429, told.status());
        assertEquals(Integer.toString(TURN_MILLIS / 1000), told.header("Retry-After"));
        String turn = turn(told);
        long now = Long.parseLong(turn.substring(0, turn.indexOf('.')));
        String earlier = (now - 1000) + turn.substring(turn.indexOf('.'));
        assertEquals(429, form.instead("turn", earlier).send().status(), "a turn was forged");
        Thread.sleep(TURN_MILLIS);
        WebForm other = WebForm.filled(http, "en").with("turn", turn);
        assertEquals(429, other.send().status(), "one turn let two reports in");
        form.instead("turn", turn).send().require(201);
    }

    @Test
    void aLetterWaitsTooAndAScriptWorksForIt() throws InterruptedException {
        byte[] noLetter = "not a letter".getBytes(StandardCharsets.UTF_8);
        assertEquals("429 /problems/proof-wanted", problem(letter(noLetter, "")));
        JsonNode challenge = Work.challenge(http, Gate.subject(noLetter));
        Answer opened = letter(noLetter, Work.written(Work.solved(challenge)));
        assertEquals("400 /problems/invalid-request", problem(opened));

        Answer told = handedIn(noLetter, "");
        assertEquals(429, told.status());
        Thread.sleep(TURN_MILLIS);
        assertEquals(400, handedIn(noLetter, turn(told)).status());
    }

    private static Answer letter(byte[] letter, String proof) {
        return http.send(
                "POST",
                "/api/v1/letters",
                BodyPublishers.ofByteArray(letter),
                "Content-Type",
                "application/octet-stream",
                Gate.HEADER,
                proof);
    }

    private static Answer handedIn(byte[] letter, String turn) {
        String body =
                """
                --edge\r
                Content-Disposition: form-data; name="turn"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="letter"; filename="letter.age"\r
                \r
                %s\r
                --edge--\r
                """
                        .formatted(turn, new String(letter, StandardCharsets.UTF_8));
        return http.send(
                "POST",
                "/en/letter",
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=edge",
                "Accept",
                "text/html");
    }

    private static String turn(Answer page) {
        return WebForm.turnIn(page.text()).orElseThrow();
    }

    /** The same words again and again are put aside, and whoever sent them is not told so. */
    @Test
    void anIdenticalFloodIsPutAside() {
        String words = "The same words in each of them, " + Reports.key();
        List<String> receipts = new ArrayList<>();
        for (String account : List.of(words, "  " + words, words.toUpperCase(), words)) {
            String key = Reports.key();
            receipts.add(submit(account, key, Work.proofFor(http, key)).text("receipt"));
        }
        Rows rows = new Rows(STACK);
        List<String> ids = receipts.stream().map(one -> Receipts.reportOf(STACK, one)).toList();
        assertEquals(
                List.of("NEW", "NEW", "QUARANTINED", "QUARANTINED"),
                ids.stream()
                        .map(id -> rows.text("select status from report where id = ?::uuid", id))
                        .toList());
        for (String receipt : receipts) {
            assertEquals("NEW", Reports.inbox(http, receipt).text("status"));
        }
        Session lead = STACK.unlocked("lead");
        String last = ids.getLast();
        Answer aside = lead.get("/api/v1/desk/reports?status=QUARANTINED&limit=200").require(200);
        assertTrue(aside.text().contains(last));
        assertFalse(lead.get("/api/v1/desk/reports?limit=200").require(200).text().contains(last));
        assertEquals(
                1,
                rows.count(
                        "select count(*) from audit_entry where report = ?::uuid"
                                + " and act = 'STATUS_CHANGED' and actor_kind = 'SYSTEM'",
                        last));
        Map<String, Object> reply = Map.of("receipt", receipts.getLast(), "text", "I am real.");
        String wish = "/api/v1/inbox/replies";
        STACK.http().post(wish, reply).require(204);
        assertEquals("NEW", rows.text("select status from report where id = ?::uuid", last));
    }
}
