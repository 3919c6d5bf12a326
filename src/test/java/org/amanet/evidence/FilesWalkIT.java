package org.amanet.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Case;
import org.amanet.testing.FormWalk;
import org.amanet.testing.Reports;
import org.amanet.testing.Sending;
import org.amanet.testing.Tap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and voices in a real browser, with scripts and without. */
class FilesWalkIT {
    private static final Stack STACK = Stack.shared();
    private static final Browser BROWSER = new Browser();
    private static final int PIECE = Sending.PIECE_BYTES;
    private static final double PATIENCE = 60_000;
    private static final String WORDS = "what a nightjar said to nobody else";
    private static final String BROKEN =
            "The line broke. We go on as soon as it is back; what has arrived stays.";

    private final Case report = Case.of(STACK);
    private final Session lead = STACK.unlocked("lead");

    @TempDir private Path folder;

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    private Page inbox(String language, boolean scripts, boolean narrow) {
        Page page = BROWSER.person(language, scripts, narrow);
        return inbox(page, STACK.http().base().toString(), language);
    }

    private Page inbox(Page page, String base, String language) {
        page.navigate(base + "/" + language + "/inbox");
        page.fill("input[name=receipt]", report.receipt());
        page.click("main form button:not(.unseen):visible");
        return page;
    }

    private static void arrived(Locator line) {
        assertThat(line.locator("[role=status]"))
                .hasText(
                        Pattern.compile("\\S+"),
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        assertThat(line.locator("button"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    /** Noise with words at both ends, so that whoever listens could find them. */
    private static byte[] withWords(long seed, int length) {
        byte[] content = Sending.content(seed, length);
        byte[] words = WORDS.getBytes(UTF_8);
        System.arraycopy(words, 0, content, 0, words.length);
        System.arraycopy(words, 0, content, length - words.length, words.length);
        return content;
    }

    @ParameterizedTest
    @CsvSource({"ug,true", "de,false"})
    void filesAreSealedBeforeTheyLeaveTheInboxWithABar(String language, boolean narrow) {
        byte[] large = withWords(1, 2 * PIECE + 100);
        String name = "files-" + language + (narrow ? "-narrow" : "-wide");
        try (Tap tap = new Tap(STACK)) {
            Page page = inbox(BROWSER.person(language, true, narrow), tap.base(), language);
            assertThat(page.locator("[data-sealed]")).isVisible();
            BROWSER.examine(page, name + "-1-inbox");
            page.setInputFiles(
                    "#file",
                    new FilePayload[] {
                        new FilePayload("بىر.jpg", "image/jpeg", WORDS.getBytes(UTF_8)),
                        new FilePayload("large.mp4", "video/mp4", large)
                    });
            page.click("form[data-upload] button");
            Locator lines = page.locator("[data-sending] li");
            assertThat(lines).hasCount(2);
            arrived(lines.nth(0));
            arrived(lines.nth(1));
            BROWSER.examine(page, name + "-2-arrived");
            assertTrue(tap.bytes() > 2 * PIECE, "nobody listened");
            assertFalse(tap.carried(WORDS), "words left the browser");
            assertFalse(tap.carried("large.mp4"), "a name left the browser");
            assertFalse(tap.carried("بىر.jpg"), "a name left the browser");
            assertFalse(tap.carried(Arrays.copyOfRange(large, PIECE, PIECE + 64)), "bytes left");
            assertTrue(page.context().cookies().isEmpty(), "a cookie stays on the device");
        }
        String id = report.exhibits(lead).at("/1/id").asText();
        assertEquals("بىر.jpg", report.exhibits(lead).at("/0/name").asText());
        assertEquals("TEXT", report.exhibits(lead).at("/0/kind").asText());
        assertEquals("large.mp4", report.exhibits(lead).at("/1/name").asText());
        assertArrayEquals(large, report.exhibit(lead, id).require(200).body());
        BROWSER.requireNothingForeign();
    }

    /** The same file, chosen again after the page was closed, goes on where it stood. */
    @Test
    void aFileThatIsChosenAgainGoesOnWhereItStood() throws IOException {
        byte[] content = Sending.content(6, 2 * PIECE + 9);
        Path file = Files.write(folder.resolve("again.mp4"), content);
        Page page = inbox("en", true, true);
        List<String> offsets = new CopyOnWriteArrayList<>();
        AtomicBoolean away = new AtomicBoolean();
        page.route(
                "**/api/v1/uploads/*",
                route -> {
                    boolean piece = route.request().method().equals("PATCH");
                    away.compareAndSet(false, piece && offsets.size() == 1);
                    if (away.get()) {
                        route.abort();
                        return;
                    }
                    if (piece) {
                        offsets.add(route.request().headers().get("upload-offset"));
                    }
                    route.resume();
                });
        page.setInputFiles("#file", file);
        page.click("form[data-upload] button");
        assertThat(page.locator("[data-sending] [role=status]")).hasText(BROKEN);
        page.unroute("**/api/v1/uploads/*");
        inbox(page, STACK.http().base().toString(), "en");
        page.onRequest(
                request -> {
                    if (request.method().equals("PATCH")) {
                        offsets.add(request.headers().get("upload-offset"));
                    }
                });
        page.setInputFiles("#file", file);
        page.click("form[data-upload] button");
        arrived(page.locator("[data-sending] li"));
        assertEquals(List.of("0", "4195784", "8391568"), offsets);
        assertEquals(1, report.exhibits(lead).size());
        String id = report.exhibits(lead).at("/0/id").asText();
        assertArrayEquals(content, report.exhibit(lead, id).require(200).body());
    }

    /** Nothing is sent in clear unless somebody says so. */
    @Test
    void whereNothingCanBeSealedItIsSaid() {
        Page page = inbox("ug", true, true);
        page.route("**/sealing-*.js", Route::abort);
        page.setInputFiles("#file", new FilePayload("a.txt", "", WORDS.getBytes(UTF_8)));
        page.click("form[data-upload] button");
        assertThat(page.locator("[data-unsealed]")).isVisible();
        BROWSER.examine(page, "files-ug-narrow-unsealed");
        assertEquals(0, report.exhibits(lead).size());
        page.click("[data-unsealed] button");
        assertThat(page.locator("#there ~ ul li")).hasCount(1);
        assertEquals("a.txt", report.exhibits(lead).at("/0/name").asText());
    }

    @Test
    void aPauseAndABrokenLineLoseNothing() {
        byte[] large = Sending.content(2, 3 * PIECE + 1);
        Page page = inbox("en", true, false);
        page.setInputFiles("#file", new FilePayload("large.mp4", "video/mp4", large));
        int[] pieces = {0};
        page.route(
                "**/api/v1/uploads/*",
                route -> {
                    boolean piece = route.request().method().equals("PATCH");
                    pieces[0] += piece ? 1 : 0;
                    if (piece && pieces[0] == 2) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        page.click("form[data-upload] button");
        Locator line = page.locator("[data-sending] li");
        line.locator("button").click();
        assertThat(line.locator("[role=status]")).hasText("Paused. What has arrived stays.");
        BROWSER.picture(page, "files-en-paused");
        line.locator("button").click();
        arrived(line);
        assertThat(line.locator("[role=status]")).hasText("Has arrived.");
        String id = report.exhibits(lead).at("/0/id").asText();
        assertArrayEquals(large, report.exhibit(lead, id).require(200).body());
    }

    @Test
    void withoutScriptsAFormDoes() {
        Page page = inbox("ug", false, true);
        byte[] content = Sending.content(3, PIECE + 7);
        page.setInputFiles("#file", new FilePayload("رەسىم.png", "image/png", content));
        page.click("form[data-upload] button");
        assertThat(page.locator("#there ~ ul li")).hasCount(1);
        assertThat(page.locator("[role=status]").first()).isFocused();
        BROWSER.picture(page, "files-ug-without-scripts");
        String id = report.exhibits(lead).at("/0/id").asText();
        assertArrayEquals(content, report.exhibit(lead, id).require(200).body());

        page.click("text=خەت ساندۇقىڭىزغا");
        assertThat(page.locator("#there ~ ul li")).hasCount(1);
    }

    @Test
    void aVoiceIsRecordedHeardAndSent() {
        Page page = BROWSER.speaking("de");
        page.navigate(STACK.http().base() + "/de/inbox");
        page.fill("input[name=receipt]", report.receipt());
        page.click("main form button:not(.unseen):visible");
        page.click("[data-record]");
        assertThat(page.locator("[data-said]")).hasText("Aufnahme läuft");
        page.waitForTimeout(2_500);
        BROWSER.picture(page, "voice-1-recording");
        page.click("[data-stop]");
        assertThat(page.locator("[data-send]")).isVisible();
        page.click("[data-listen]");
        assertThat(page.locator("[data-listen]")).hasText("Nicht weiter anhören");
        BROWSER.examine(page, "voice-2-heard");
        page.click("[data-send]");
        arrived(page.locator("[data-sending] li"));
        assertEquals("WEBM", report.exhibits(lead).at("/0/kind").asText());
        String id = report.exhibits(lead).at("/0/id").asText();
        assertTrue(report.exhibit(lead, id).require(200).body().length > 1000);
        assertEquals("voice-1.webm", report.exhibits(lead).at("/0/name").asText());
    }

    @Test
    void theReceiptsPageTakesFilesToo() {
        Page page = BROWSER.person("en", false, true);
        FormWalk form = FormWalk.open(page, STACK.http().base().toString(), "en");
        form.through("NO", "They called.", (shown, step) -> {});
        String receipt = form.send();
        page.fill("#typed", receipt);
        page.click("main form button:not(.unseen):visible");
        page.setInputFiles("#file", new FilePayload("a.pdf", "", "%PDF-1.7 x".getBytes()));
        page.click("form[action$='/inbox/files'] button");
        assertTrue(Reports.inbox(STACK.http(), receipt).text().contains("a.pdf"));
    }

    @Test
    void whoWorksOnTheReportSeesAndSavesFiles() {
        Sending.whole(STACK.http(), report.receipt(), "بىر رەسىم.heic", heic());
        Page page = BROWSER.person("en", true, false);
        page.navigate(STACK.http().base() + "/desk");
        page.fill("#username", "lead");
        page.fill("#password", STACK.keycloak().password("lead"));
        page.click("#kc-login");
        page.navigate(STACK.http().base() + "/desk/reports/" + report.id());
        page.fill("input[type=password]", STACK.passphrase("lead"));
        page.click("main form button:not(.unseen):visible");
        assertThat(page.locator("#exhibits")).isVisible();
        BROWSER.examine(page, "case-files");
        page.click("section:has(#exhibits) a.button");
        assertThat(page.locator("[role=status]")).containsText("cannot be shown safely");
        page.fill("#reason", "For the expert, on the machine for that.");
        var saved = page.waitForDownload(() -> page.click("section:has(#original) button"));
        assertEquals("بىر رەسىم.heic", saved.suggestedFilename());
    }

    private static byte[] heic() {
        byte[] content = Sending.content(4, 5_000);
        byte[] head = {0, 0, 0, 0x24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'};
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }
}
