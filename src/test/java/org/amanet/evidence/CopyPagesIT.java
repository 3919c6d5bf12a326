package org.amanet.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Case;
import org.amanet.testing.Papers;
import org.amanet.testing.Recordings;
import org.amanet.testing.Reports;
import org.amanet.testing.Sending;
import org.amanet.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safe copies and blacked-out ones, as whoever works on the report meets them in a browser. */
class CopyPagesIT {
    private static final Stack STACK = Stack.shared();
    private static final Browser BROWSER = new Browser();
    private static final String ACCOUNT = "He was named Wryneck and said: be quiet.";

    private final Case report = Case.of(STACK, Reports.whole(ACCOUNT, "none", "DE"));

    @TempDir private Path folder;

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    private String sent(String name, byte[] content) {
        return Sending.whole(STACK.http(), report.receipt(), name, content).id();
    }

    private String page(String rest) {
        return STACK.http().base() + "/desk/reports/" + report.id() + rest;
    }

    private Page caseOpen(String language, boolean scripts) {
        Page page = BROWSER.person(language, scripts, false);
        page.navigate(STACK.http().base() + "/desk");
        page.fill("#username", "lead");
        page.fill("#password", STACK.keycloak().password("lead"));
        page.click("#kc-login");
        page.navigate(page(""));
        page.fill("input[type=password]", STACK.passphrase("lead"));
        page.click("main form button:not(.unseen):visible");
        assertThat(page.locator("#exhibits")).isVisible();
        return page;
    }

    private static void seen(Page page, String what) {
        assertThat(page.locator(what)).isVisible();
        page.waitForFunction(
                "what => { const one = document.querySelector(what);"
                        + " return one.naturalWidth > 0 || one.readyState > 0; }",
                what);
    }

    @Test
    void aLetterIsLookedAtAndBlackedOut() {
        sent("خەت.pdf", Papers.document(List.of("Wryneck lives here", "second page"), ""));
        Page page = caseOpen("en", true);
        BROWSER.examine(page, "copies-1-case");
        page.click("section:has(#exhibits) a.button");
        seen(page, "img.copy");
        BROWSER.examine(page, "copies-2-page");
        page.click("a[rel=next]");
        seen(page, "img.copy");
        assertThat(page.locator("main")).containsText("Page 2 of 2");
        page.click("a[rel=prev]");
        page.fill("#left1", "5");
        page.click("section:has(#redactions) button");
        assertThat(page.locator("[role=alert]")).containsText("fill in all fields");
        assertThat(page.locator("#left1")).hasValue("5");
        page.fill("#top1", "5.5");
        page.fill("#width1", "80");
        page.fill("#height1", "15");
        page.click("section:has(#redactions) button");
        assertThat(page.locator("section:has(#made) .tag.fresh")).isVisible();
        seen(page, "img.copy");
        BROWSER.examine(page, "copies-3-blacked-out");
        page.click("section:has(#made) a >> nth=0");
        BROWSER.picture(page, "copies-4-blacked-out-page");
        assertTrue(page.url().contains("/redactions/"), page.url());
        BROWSER.requireNothingForeign();
    }

    @Test
    void soundAndFilmsPlayAndNothingNeedsAScript() {
        String sound = sent("voice.ogg", Recordings.sound(folder, "ogg", "libopus"));
        String film = sent("film.mp4", Recordings.film(folder, "nobody"));
        String words = sent("chat.txt", "<b>A</b>: it was said".getBytes(UTF_8));
        Page page = caseOpen("ug", true);
        page.navigate(page("/exhibits/" + sound + "/view"));
        page.locator("audio.copy").evaluate("sound => sound.play()");
        seen(page, "audio.copy");
        page.navigate(page("/exhibits/" + film + "/view"));
        page.locator("video.copy").evaluate("film => film.play()");
        seen(page, "video.copy");
        BROWSER.examine(page, "copies-5-film-ug");
        page.navigate(page("/exhibits/" + words + "/view"));
        assertThat(page.locator("p.copy")).hasText("<b>A</b>: it was said");
        BROWSER.examine(page, "copies-6-words-ug");
        page.navigate(page("/redaction"));
        BROWSER.examine(page, "copies-7-account-ug");
        Page plain = caseOpen("de", false);
        plain.navigate(page("/redaction"));
        plain.fill("#text", ACCOUNT.replace("Wryneck", "[[Wryneck]]"));
        plain.click("main form button:not(.unseen):visible");
        assertThat(plain.locator("p.words")).hasText("He was named ████████ and said: be quiet.");
    }

    @Test
    void withoutAReasonThereIsNoOriginalAndWhatWasTypedStays() {
        String id = sent("a.txt", "words".getBytes(UTF_8));
        Visitor lead = new Visitor(STACK);
        lead.signIn("lead", "/desk/vault").require(200);
        String path = "/desk/reports/" + report.id();
        Map<String, String> passphrase =
                Map.of("passphrase", STACK.passphrase("lead"), "then", path);
        lead.post("/desk/vault/session", passphrase).require(200);
        String view = path + "/exhibits/" + id;
        String refused = lead.post(view + "/original", Map.of("reason", " ")).require(422).text();
        assertTrue(refused.contains("Please give a reason"), refused);
        String taken = lead.post(view + "/original", Map.of("reason", "An expert.")).text();
        assertEquals("words", taken);
        Map<String, String> changed = new HashMap<>(Map.of("text", "[[Something]] else"));
        String again = lead.post(path + "/redaction", changed).require(422).text();
        assertTrue(again.contains("[[Something]] else"), again);
        String seen = lead.get(view + "/view").require(200).text();
        assertFalse(seen.contains("An expert."), "what was typed before is there again");
        assertTrue(lead.get(path).text().contains("Why an original was taken out"));
    }
}
