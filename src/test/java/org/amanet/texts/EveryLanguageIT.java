package org.amanet.texts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Stack;
import org.amanet.languages.Language;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Browser;
import org.amanet.testing.FormWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of reporters in every language: all of it in that language, readable, and drawn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLanguageIT {
    private static final String ACCOUNT = "2026-11-25";

    /** With {@code whole} come all screens that a script shows, before sealing and after it. */
    private static final List<String> PAGES =
            List.of("/", "/safety", "/report", "/report/whole", "/inbox", "/letter");

    /** Script and style that stand in a file, which speak no language. */
    private static final Pattern INSIDE =
            Pattern.compile("(?s)<(script|style)[^>]*>.*?</\\1>|<meta[^>]*>");

    private static final String RECEIPT_ONLY =
            "--x\r\nContent-Disposition: form-data; name=\"receipt\"\r\n\r\n%s\r\n--x--\r\n";

    /** Letters that look on a canvas as one does that no font has. */
    private static final String BOXES =
            """
            async () => {
              const pen = Object.assign(document.createElement('canvas'), { width: 32, height: 32 })
                  .getContext('2d', { willReadFrequently: true });
              const drawn = (letter, font) => {
                pen.clearRect(0, 0, 32, 32);
                pen.font = '20px ' + font;
                pen.fillText(letter, 4, 22);
                return pen.getImageData(0, 0, 32, 32).data.filter((_, i) => i % 4 === 3).join();
              };
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const letters = new Map();
              while (texts.nextNode()) {
                const font = getComputedStyle(texts.currentNode.parentElement).fontFamily;
                for (const letter of texts.currentNode.data.match(/\\p{L}/gu) ?? []) {
                  letters.set(font + letter, [letter, font]);
                }
              }
              for (const [letter, font] of letters.values()) {
                await document.fonts.load('20px ' + font, letter);
              }
              const boxes = [...letters.values()].filter(
                  ([letter, font]) => drawn(letter, font) === drawn('\\u0378', font));
              return boxes.map(([letter]) => letter).join('');
            }
            """;

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();
    private final Browser browser = new Browser();

    @TempDir private Path folder;

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void everyPageSpeaksItsLanguageAndNoOther(Language language) {
        Said said = Said.in(language);
        String start = "/" + language.tag();
        for (String path : PAGES) {
            require(said, 200, path, page(start + path, language));
        }
        String letter = page(start + "/letter/file", language).require(200).text();
        assertEquals(List.of(), said.faults(INSIDE.matcher(letter).replaceAll("")), "letter file");
        require(said, 404, "no page", page(start + "/nothing", language));
        require(said, 200, "problems", page("/problems", language));
        for (String step : FormWalk.STEPS) {
            Answer screen = http.form(start + "/report", "at=SAFETY&go=" + step);
            assertTrue(screen.text().contains("name=\"at\" value=\"" + step + "\""), step);
            require(said, 200, step, screen);
        }
        require(said, 200, "pause", http.form(start + "/report", "at=STORY&go=pause"));
        require(said, 400, "missed", http.form(start + "/report", "at=STORY&go=next"));
    }

    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void soDoesEveryPageOfTheInbox(Language language) {
        Said said = Said.in(language);
        String inbox = "/" + language.tag() + "/inbox";
        String receipt;
        try (Receipt unheld = Receipt.generate()) {
            receipt = unheld.grouped();
        }
        require(said, 400, "mistyped", http.form(inbox, Map.of("receipt", "1234")));
        require(said, 200, "box", http.form(inbox, Map.of("receipt", receipt)));
        for (String deed : List.of("REPLY", "OTHER_QUESTION", "ASK_WITHDRAWAL", "WITHDRAW")) {
            Answer page =
                    http.form(
                            inbox,
                            Map.of(
                                    "receipt", receipt, "again", receipt, "deed", deed, "text",
                                    ACCOUNT));
            require(said, 200, deed, page);
        }
        Answer files =
                http.send(
                        "POST",
                        inbox + "/files",
                        BodyPublishers.ofString(RECEIPT_ONLY.formatted(receipt)),
                        "Content-Type",
                        "multipart/form-data; boundary=x");
        require(said, 400, "no file", files);
    }

    private Answer page(String path, Language language) {
        return http.get(path, "Accept", "text/html", "Accept-Language", language.tag());
    }

    private static void require(Said said, int status, String what, Answer page) {
        assertEquals(List.of(), said.faults(page.require(status).text()), what);
    }

    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void aReportIsSentAndReadOnATelephone(Language language) {
        String base = stack.http().base().toString();
        Page page = browser.person(language.tag(), true, true);
        Set<String> fonts = fontsAskedBy(page);
        page.navigate(base + "/" + language.tag() + "/");
        examine(page, "home", language);
        FormWalk form = FormWalk.open(page, base, language.tag());
        form.shortest("SOON", ACCOUNT);
        examine(page, "consent", language);
        String receipt = form.send();
        examine(page, "receipt", language);
        page.fill("#typed", receipt);
        page.click("main form button:not(.unseen):visible");
        assertThat(page.locator("#file")).isVisible();
        examine(page, "next", language);
        page.navigate(base + "/" + language.tag() + "/inbox");
        page.fill("#receipt", receipt);
        page.click("form[action$='/inbox'] button");
        assertThat(page.locator("#messages")).isVisible();
        examine(page, "inbox", language);
        browser.requireNothingForeign();
        requireOnlyItsOwn(fonts, language);
        page.context().close();
    }

    private static Set<String> fontsAskedBy(Page page) {
        Set<String> asked = new ConcurrentSkipListSet<>();
        page.onRequest(
                request -> {
                    if (request.url().contains("/fonts/")) {
                        asked.add(request.url().replaceAll(".*/fonts/|\\.woff2", ""));
                    }
                });
        return asked;
    }

    /** Nobody waits for letters of a script that they do not read. */
    private static void requireOnlyItsOwn(Set<String> asked, Language language) {
        Set<String> may = new TreeSet<>(Set.of("uyghur-name", "tibetan-name"));
        if (language == Language.UG) {
            may.add("uyghur");
        } else if (language == Language.BO) {
            may.add("tibetan");
        }
        assertTrue(may.containsAll(asked), asked::toString);
    }

    /** The letter's file, as somebody opens it who has no connection. */
    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void aLetterIsReadableInItsFile(Language language) throws IOException {
        byte[] letter = http.get("/" + language.tag() + "/letter/file").require(200).body();
        Path file = Files.write(folder.resolve(language.tag() + ".html"), letter);
        Page page = browser.reader(language.tag(), true);
        page.navigate(file.toUri().toString());
        assertThat(page.locator("button.wide:visible")).hasCount(1);
        examine(page, "letter-file", language);
        page.context().close();
    }

    private static void requireOnly(Language language, String name, Page page) {
        String content = INSIDE.matcher(page.content()).replaceAll("");
        assertEquals(List.of(), Said.in(language).faults(content), name);
    }

    private void examine(Page page, String name, Language language) {
        browser.examine(page, "40-" + language.tag() + "-" + name);
        requireOnly(language, name, page);
        if (name.equals("consent")) {
            assertEquals("", page.evaluate(BOXES), "boxes instead of letters");
        }
    }
}
