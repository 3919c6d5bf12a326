package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Digests;
import org.amanet.testing.Case;
import org.amanet.testing.Papers;
import org.amanet.testing.Recordings;
import org.amanet.testing.Reports;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies that can be shown: what they keep of a file, and what they do not. */
class RenditionIT {
    private static final Stack STACK = Stack.shared();
    private static final String CANARY = "wryneck-at-47.1N-8.2E";

    private final Case report = Case.of(STACK);
    private final Session lead = STACK.unlocked("lead");

    @TempDir private Path folder;

    private String sent(byte[] content) {
        return Sending.whole(STACK.http(), report.receipt(), "a file", content).id();
    }

    private BufferedImage image(String id, int page) {
        Answer copy = report.rendition(lead, id, page).require(200);
        assertEquals("image/png", copy.header("Content-Type"));
        return Papers.read(copy.body());
    }

    @Test
    void aPhotographIsDrawnAnewAndForgetsWhereItWasMade() {
        byte[] photograph = Papers.photograph(CANARY);
        String id = sent(photograph);
        Answer copy = report.rendition(lead, id, 1).require(200);
        assertFalse(new String(copy.body(), ISO_8859_1).contains(CANARY));
        assertEquals(120, Papers.read(copy.body()).getWidth());
        assertEquals("image/png", copy.header("Content-Type"));
        assertEquals("nosniff", copy.header("X-Content-Type-Options"));
        assertEquals("sandbox; default-src 'none'", copy.header("Content-Security-Policy"));
        assertEquals("no-store", copy.header("Cache-Control"));
        JsonNode view = report.view(lead, id);
        assertEquals("IMAGE", view.path("form").asText());
        assertEquals(Digests.hex(Digests.sha256(photograph)), view.path("originalSha256").asText());
        assertEquals(Digests.hex(Digests.sha256(copy.body())), view.path("copySha256").asText());
        assertTrue(view.path("tool").asText().startsWith("ffmpeg "), view.toString());
    }

    @Test
    void pointsStayWhatTheyAreAndPicturesOfTelephonesAreRead() {
        BufferedImage noise = Papers.noise(60, 40);
        BufferedImage copy = image(sent(Papers.written(noise, "png")), 1);
        assertEquals(noise.getRGB(17, 23), copy.getRGB(17, 23));
        byte[] heic = Recordings.heic(folder, Papers.photograph(CANARY));
        assertEquals(120, image(sent(heic), 1).getWidth());
    }

    @Test
    void aDocumentIsShownPageByPage() {
        String id = sent(Papers.document(List.of("first page", "second page"), ""));
        JsonNode view = report.view(lead, id);
        assertEquals("PAGES", view.path("form").asText());
        assertEquals(2, view.path("pages").asInt());
        assertTrue(view.path("tool").asText().startsWith("pdftoppm "), view.toString());
        BufferedImage first = image(id, 1);
        BufferedImage second = image(id, 2);
        assertEquals(1600, second.getHeight());
        assertTrue(Papers.black(first, 8, 8, 40, 8) > 0.02, "no words on the first page");
        assertTrue(Papers.black(second, 8, 8, 40, 8) > 0.02, "no words on the second page");
        assertEquals(422, report.rendition(lead, id, 3).status());
        assertEquals(422, report.rendition(lead, id, 0).status());
    }

    @ParameterizedTest
    @CsvSource({"ogg,libopus", "m4a,aac", "webm,libopus", "mp4,aac"})
    void soundBecomesWhatEveryBrowserPlays(String ending, String codec) {
        String id = sent(Recordings.sound(folder, ending, codec));
        assertEquals("AUDIO", report.view(lead, id).path("form").asText());
        Answer copy = report.rendition(lead, id, 1).require(200);
        assertEquals("audio/mpeg", copy.header("Content-Type"));
        assertEquals((byte) 0xff, copy.body()[0], "no frame of sound");
        assertTrue(copy.body().length > 5_000);
    }

    @Test
    void whatWasSpokenIntoWeChatIsHeard() {
        byte[] voice = Recordings.voice(folder);
        String id = sent(voice);
        assertEquals("SILK", report.view(lead, id).path("kind").asText());
        Answer copy = report.rendition(lead, id, 1).require(200);
        assertEquals("audio/mpeg", copy.header("Content-Type"));
        assertTrue(copy.body().length > 5_000);
    }

    @Test
    void aFilmHasAStillAndIsMadeAnew() {
        String id = sent(Recordings.film(folder, CANARY));
        assertEquals("FILM", report.view(lead, id).path("form").asText());
        assertEquals(160, image(id, 0).getWidth());
        Answer film = report.rendition(lead, id, 1).require(200);
        assertEquals("video/webm", film.header("Content-Type"));
        assertFalse(new String(film.body(), ISO_8859_1).contains(CANARY));
        assertEquals(0x1a, film.body()[0]);
    }

    @Test
    void wordsStayWordsAndMoveNoOthersAbout() {
        String words = "[24.11.25, 10:11:12] A: <b>سالام</b> \u202Egnp.exe\n";
        String id = sent(words.repeat(3_000).getBytes(UTF_8));
        JsonNode view = report.view(lead, id);
        assertEquals("TEXT", view.path("form").asText());
        assertTrue(view.path("pages").asInt() > 1);
        Answer copy = report.rendition(lead, id, 1).require(200);
        assertEquals("text/plain;charset=utf-8", copy.header("Content-Type").toLowerCase());
        assertTrue(copy.text().startsWith("[24.11.25, 10:11:12] A: <b>سالام</b>"), copy.text());
        assertFalse(copy.text().contains("\u202E"));
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= view.path("pages").asInt(); page++) {
            all.append(report.rendition(lead, id, page).require(200).text());
        }
        assertEquals(words.repeat(3_000).replace('\u202E', '\uFFFD'), all.toString());
        byte[] packed = Papers.archive(Map.of("_chat.txt", "A: it was said".getBytes(UTF_8)));
        assertEquals("A: it was said", report.rendition(lead, sent(packed), 1).text());
    }

    @ParameterizedTest
    @CsvSource({"'#!SILK_V3 and more',FAILED", "'\u0001\u0002\u0003',KIND"})
    void whatCannotBeShownIsSaidToBeSo(String content, String obstacle) {
        String id = sent(content.getBytes(UTF_8));
        assertEquals(obstacle, report.view(lead, id).path("obstacle").asText());
        Answer refused = report.rendition(lead, id, 1);
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("cannot-be-shown"), refused.text());
        assertEquals(content, report.exhibit(lead, id).require(200).text());
    }

    @Test
    void withoutTheProgramForThemOfficeFilesAreMarked() {
        byte[] office = Papers.archive(Map.of("[Content_Types].xml", "<Types/>".getBytes(UTF_8)));
        String id = sent(office);
        assertEquals("OFFICE", report.view(lead, id).path("kind").asText());
        assertEquals("TOOL", report.view(lead, id).path("obstacle").asText());
    }

    @Test
    void theOriginalNeedsAReasonAndTheReporterSeesWhichOfTheTwoItWas() {
        String id = sent(Papers.photograph(CANARY));
        report.rendition(lead, id, 1).require(200);
        String openings = openings();
        assertTrue(openings.contains("COPY_OPENED"), openings);
        assertFalse(openings.contains("EXHIBIT_OPENED"), openings);
        String original = report.exhibitPath(id) + "/original";
        assertEquals(400, lead.post(original, Map.of()).status());
        assertEquals(400, lead.post(original, Map.of("reason", " ")).status());
        assertFalse(openings().contains("EXHIBIT_OPENED"), "refused and yet told");
        lead.post(original, Map.of("reason", "For the expert in handwriting.")).require(200);
        assertTrue(openings().contains("EXHIBIT_OPENED"));
        JsonNode note = lead.get(report.path()).require(200).json().at("/notes/0");
        assertEquals("ORIGINAL", note.path("about").asText());
        assertEquals("For the expert in handwriting.", note.path("text").asText());
    }

    private String openings() {
        return Reports.inbox(STACK.http(), report.receipt()).json().path("openings").toString();
    }

    @Test
    void whatIsNotTheirsIsNotThere() {
        String id = sent(Papers.photograph(CANARY));
        Case other = Case.of(STACK);
        Answer foreign = other.rendition(lead, id, 1);
        assertEquals(404, foreign.status());
        assertEquals(other.rendition(lead, report.id(), 1).text(), foreign.text());
        Session elsewhere = STACK.unlocked("lead-alternate");
        assertEquals(404, report.rendition(elsewhere, id, 1).status());
        assertEquals(404, elsewhere.get(report.exhibitPath(id) + "/view").status());
    }
}
