package org.amanet.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Case;
import org.amanet.testing.Database;
import org.amanet.testing.Papers;
import org.amanet.testing.Reports;
import org.amanet.testing.Sending;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken away is gone: from the copy, and from the package that leaves. */
class RedactionIT {
    private static final Stack STACK = Stack.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "They called.\nHe was named Wryneck and said: be quiet.";
    private static final String MARKED = ACCOUNT.replace("Wryneck", "[[Wryneck]]");
    private static final String LEFT = "They called.\nHe was named ████████ and said: be quiet.";

    private final Case report = Case.of(STACK, Reports.whole(ACCOUNT, "none", "DE"));
    private final Session lead = STACK.unlocked("lead");
    private final Session caseworker = STACK.unlocked("caseworker");

    @TempDir private Path folder;

    private static Map<String, Object> box(int page, int left, int top, int width, int height) {
        return Map.of("page", page, "left", left, "top", top, "width", width, "height", height);
    }

    private Answer blacken(String exhibit, Object... boxes) {
        String path = report.exhibitPath(exhibit) + "/redactions";
        return caseworker.post(path, Map.of("boxes", List.of(boxes)));
    }

    private BufferedImage page(String redaction, int page) {
        String path = report.path() + "/redactions/" + redaction + "?page=" + page;
        Answer answer = caseworker.get(path).require(200);
        assertEquals("sandbox; default-src 'none'", answer.header("Content-Security-Policy"));
        return Papers.read(answer.body());
    }

    private Answer mark(String marked) {
        return caseworker.post(report.path() + "/redactions", Map.of("marked", marked));
    }

    @Test
    void passagesAreTakenAwayAndNothingElseIsChanged() {
        assertEquals(400, mark(ACCOUNT).status());
        assertEquals(400, mark(MARKED.replace("quiet", "silent")).status());
        assertEquals(400, mark(MARKED.replace("]]", "")).status());
        mark(MARKED.replace("\n", "\r\n")).require(201);
        JsonNode made = caseworker.get(report.path() + "/redactions").require(200).json().get(0);
        assertEquals(LEFT, made.path("text").asText());
        assertEquals(1, made.path("passages").asInt());
        assertTrue(made.path("inForce").asBoolean());
        mark("[[" + ACCOUNT + "]]").require(201);
        JsonNode both = caseworker.get(report.path() + "/redactions").require(200).json();
        assertFalse(both.at("/0/inForce").asBoolean());
        assertEquals("████████", both.at("/1/text").asText());
        JsonNode original = lead.get(report.path()).require(200).json();
        assertEquals(ACCOUNT, original.at("/account/account").asText());
    }

    @Test
    void pointsUnderABoxAreGoneAndTheRestIsWhatItWas() {
        BufferedImage noise = Papers.noise(200, 100);
        byte[] png = Papers.written(noise, "png");
        String id = Sending.whole(STACK.http(), report.receipt(), "noise.png", png).id();
        assertEquals(400, blacken(id, box(1, 120, 0, 10, 10)).status());
        assertEquals(422, blacken(id, box(2, 10, 10, 10, 10)).status());
        String made = blacken(id, box(1, 10, 20, 30, 40)).require(201).text("id");
        BufferedImage copy = page(made, 1);
        assertEquals(1, Papers.black(copy, 10, 20, 30, 40));
        assertEquals(0, Papers.black(copy, 50, 0, 50, 100));
        assertEquals(noise.getRGB(150, 50), copy.getRGB(150, 50));
        JsonNode view = caseworker.get(report.path() + "/redactions").json().get(0);
        assertEquals(id, view.path("exhibit").asText());
        assertEquals(1, view.path("boxes").asInt());
        assertFalse(view.path("by").asText().isEmpty());
        assertEquals(
                404, STACK.unlocked("lead-alternate").get(report.path() + "/redactions").status());
    }

    @Test
    void whatLeavesIsTheBlackenedCopy() throws IOException {
        mark(MARKED).require(201);
        byte[] letter = Papers.document(List.of("Wryneck lives here", "second page"), "");
        String id = Sending.whole(STACK.http(), report.receipt(), "letter.pdf", letter).id();
        blacken(id, box(1, 0, 0, 100, 20), box(2, 90, 90, 5, 5)).require(201);
        Map<String, byte[]> files = unpacked(exported());
        Map<String, byte[]> pages = new HashMap<>(files);
        pages.keySet().removeIf(name -> !name.contains("/blacked-out/"));
        assertEquals(2, pages.size(), files.keySet().toString());
        byte[] first = ending(pages, "/file-1-page-1.png");
        assertEquals(1, Papers.black(Papers.read(first), 0, 0, 100, 20));
        assertEquals(0, Papers.black(Papers.read(first), 0, 21, 100, 79));
        JsonNode told = JSON.readTree(ending(files, "/report.json"));
        assertEquals(LEFT, told.path("account").asText());
        assertTrue(told.path("notIncluded").toString().contains("passages-of-account"));
        files.forEach(
                (name, content) ->
                        assertFalse(new String(content, UTF_8).contains("Wryneck"), name));
    }

    private static byte[] ending(Map<String, byte[]> files, String end) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(end))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private byte[] exported() {
        Session investigator = STACK.session("investigator-de");
        String recipient = investigator.get("/api/v1/staff/me").json().at("/member/id").asText();
        Map<String, Object> wish =
                Map.of(
                        "recipient",
                        recipient,
                        "profile",
                        "POLICE_PROSECUTOR",
                        "reports",
                        List.of(report.id()));
        Answer prepared = caseworker.post("/api/v1/exports", wish).require(201);
        String path = "/api/v1/exports/" + prepared.json().at("/export/id").asText();
        lead.post(path + "/approval", Map.of()).require(200);
        byte[] sealed = investigator.get(path + "/package").require(200).body();
        String key = STACK.key("investigator-de").toString();
        return Tool.in(folder, "age", "-d", "-i", key).run(sealed).output();
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                files.put(entry.getName(), zip.readAllBytes());
                entry = zip.getNextEntry();
            }
        }
        return files;
    }

    @Test
    void whenTheReportIsTakenBackTheyGoWithIt() {
        byte[] png = Papers.written(Papers.noise(20, 20), "png");
        String id = Sending.whole(STACK.http(), report.receipt(), "noise.png", png).id();
        String made = blacken(id, box(1, 10, 20, 30, 40)).require(201).text("id");
        assertEquals("1", rows("exhibit_piece where exhibit", made));
        Map<String, Object> receipt = Map.of("receipt", report.receipt());
        STACK.http().post("/api/v1/inbox/withdrawal", receipt).require(204);
        assertEquals("0", rows("exhibit_piece where exhibit", made));
        assertEquals("0", rows("part where id", made));
    }

    private static String rows(String where, String id) {
        return Database.text(STACK, "select count(*)::text from " + where + " = ?::uuid", id);
    }
}
