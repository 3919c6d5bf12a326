package org.amanet.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Receipts;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter: written in a file without a connection, carried by somebody, handed in by anybody. */
class LetterIT {
    private static final Stack STACK = Stack.shared();
    private static final Http HTTP = STACK.http();
    private static final Rows ROWS = new Rows(STACK);
    private static final Browser BROWSER = new Browser();
    private static final String WORD = "goldfinch";

    @TempDir private Path stick;

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    /** What came out of the file. */
    private record Written(Path letter, String receipt) {}

    private Path file(String language) throws IOException {
        Answer file = HTTP.get("/" + language + "/letter/file").require(200);
        assertTrue(file.header("Content-Disposition").startsWith("attachment"));
        return Files.write(stick.resolve("letter-" + language + ".html"), file.body());
    }

    private Written written(String language, boolean narrow, boolean looking) throws IOException {
        Page page =
                looking ? BROWSER.reader(language, narrow) : BROWSER.person(language, true, narrow);
        Set<String> asked = new TreeSet<>();
        page.onRequest((Request request) -> asked.add(request.url().replaceFirst(":.*", "")));
        page.context().setOffline(true);
        page.navigate(file(language).toUri().toString());
        String name = "letter-" + language + (narrow ? "-narrow" : "-wide");
        look(looking, page, name + "-1-begin");
        FormVisit walk = new FormVisit(page).everything(WORD);
        look(looking, page, name + "-2-check");
        walk.press("send");
        assertThat(page.locator("#typed")).isVisible();
        look(looking, page, name + "-3-receipt");
        String receipt = walk.receipt();
        walk.typeBack(receipt);
        assertThat(page.locator("#carry")).isVisible();
        look(looking, page, name + "-4-save");
        Path letter = stick.resolve("letter.age");
        page.waitForDownload(() -> walk.press("save")).saveAs(letter);
        asked.removeAll(Set.of("file", "blob"));
        assertEquals(Set.of(), asked, "the file asked somebody for something");
        page.context().close();
        return new Written(letter, receipt);
    }

    private static void look(boolean looking, Page page, String name) {
        if (looking) {
            BROWSER.examine(page, name);
        }
    }

    @ParameterizedTest
    @CsvSource({"ug,true", "en,false"})
    void goesFromAFileWithoutConnectionToACaseworker(String language, boolean narrow)
            throws IOException {
        Written written = written(language, narrow, true);
        String sealed = Files.readString(written.letter(), StandardCharsets.ISO_8859_1);
        assertTrue(sealed.startsWith("age-encryption.org/v1\n"));
        for (String readable : new String[] {WORD, "north", "\"band\"", "\"language\""}) {
            assertFalse(sealed.contains(readable), readable);
        }
        Page other = BROWSER.person("en", false, narrow);
        other.navigate(HTTP.base() + "/" + language + "/letter");
        other.setInputFiles("#letter", written.letter());
        other.click("main form button:not(.unseen):visible");
        assertThat(other.locator("#letter")).hasCount(0);
        BROWSER.picture(other, "letter-" + language + "-handed");

        String id = Receipts.reportOf(STACK, written.receipt());
        JsonNode read =
                STACK.unlocked("lead").get("/api/v1/desk/reports/" + id).require(200).json();
        assertEquals(WORD + " account\nand a second line", read.at("/account/account").asText());
        assertEquals(language, read.path("language").asText());
        assertEquals(0, read.path("unreadable").size());
        Reports.inbox(HTTP, written.receipt()).require(200);
    }

    @Test
    void handedInByWhomeverHoweverOftenIsOneReport() throws IOException {
        Written written = written("en", false, false);
        byte[] letter = Files.readAllBytes(written.letter());
        HTTP.send(
                        "POST",
                        "/api/v1/letters",
                        BodyPublishers.ofByteArray(letter),
                        "Content-Type",
                        "application/octet-stream")
                .require(204);
        String page =
                Tool.in(
                                stick,
                                "curl",
                                "-sS",
                                "-o",
                                "page.html",
                                "-w",
                                "%{http_code}",
                                "-F",
                                "letter=@letter.age",
                                HTTP.base() + "/de/letter")
                        .run()
                        .text();
        assertEquals("201", page);
        String id = Receipts.reportOf(STACK, written.receipt());
        assertEquals(
                1,
                ROWS.count(
                        "select count(*) from audit_entry where report = ?::uuid and"
                                + " act = 'REPORT_RECEIVED'",
                        id));
        HTTP.post("/api/v1/inbox/withdrawal", Map.of("receipt", written.receipt())).require(204);
        HTTP.send(
                        "POST",
                        "/api/v1/letters",
                        BodyPublishers.ofByteArray(letter),
                        "Content-Type",
                        "application/octet-stream")
                .require(204);
        assertEquals(
                0,
                ROWS.count("select count(*) from part where report = ?::uuid", id),
                "a letter brings back what was taken back");
    }

    @Test
    void damagedOnTheWayIsRefusedKindly() throws IOException {
        Written written = written("en", false, false);
        byte[] letter = Files.readAllBytes(written.letter());
        for (int place : new int[] {0, 30, 100, 300, letter.length / 2, letter.length - 1}) {
            byte[] damaged = letter.clone();
            damaged[place] ^= 1;
            assertRefused(damaged);
        }
        assertRefused(Arrays.copyOf(letter, letter.length - 1));
        assertRefused((WORD + " in clear").getBytes(StandardCharsets.UTF_8));
        Page page = BROWSER.person("ug", true, true);
        page.navigate(HTTP.base() + "/ug/letter");
        BROWSER.examine(page, "letter-page-ug-narrow");
        page.setInputFiles(
                "#letter", Files.write(stick.resolve("other.age"), new byte[] {1, 2, 3}));
        page.click("main form button:not(.unseen):visible");
        assertThat(page.locator("#letter-hint")).isVisible();
        BROWSER.examine(page, "letter-page-ug-narrow-broken");
    }

    private static void assertRefused(byte[] letter) {
        Answer answer =
                HTTP.send(
                                "POST",
                                "/api/v1/letters",
                                BodyPublishers.ofByteArray(letter),
                                "Content-Type",
                                "application/octet-stream")
                        .require(400);
        assertFalse(answer.text().contains(WORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "en", "de"})
    void isOfferedWithTheWordsThatItNeeds(String language) {
        Page page = BROWSER.person(language, false, false);
        page.navigate(HTTP.base() + "/" + language + "/letter");
        assertThat(page.locator("#never")).isVisible();
        assertThat(page.locator("a[href='/" + language + "/letter/file']")).isVisible();
        page.click("main form button:not(.unseen):visible");
        assertThat(page.locator("#letter-hint")).isVisible();
        BROWSER.picture(page, "letter-page-" + language + "-none");
    }

    /** A file is its own house: nobody else's script runs in it, and it can call nobody. */
    @Test
    void itsFileRunsItsOwnScriptAndNothingElse() throws IOException {
        String file = Files.readString(file("en"));
        assertTrue(file.contains("default-src 'none'; script-src 'sha256-"));
        assertFalse(file.contains(" src=\"http"), "something is fetched");
        assertFalse(file.contains("unsafe-inline"));
        Page page = BROWSER.person("en", true, false);
        Path changed =
                Files.writeString(
                        stick.resolve("changed.html"),
                        file.replace("<main", "<script>document.title='x'</script><main"));
        page.navigate(changed.toUri().toString());
        assertFalse(page.title().equals("x"), "a foreign script ran");
        assertThat(page.locator("button.wide:visible")).hasCount(1);
    }
}
