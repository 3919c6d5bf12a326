package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealedPart;
import org.amanet.sealing.SealedPiece;
import org.amanet.testing.Script;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the browser seals are opened here, and are what they were. */
class BrowserFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID REPORT = UUID.randomUUID();
    private static final UUID UPLOAD = UUID.randomUUID();
    private static final UUID REPORTER = new UUID(0, 1);
    private static final Identity REPORTERS = Identity.generate();
    private static final Identity ACCOUNT = Identity.generate();
    private static final String NAME = "بىر رەسىم.png";

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private static Map<String, Object> sender(int seed) {
        return Map.of(
                "lookup",
                "x",
                "recipient",
                REPORTERS.recipient().encoded(),
                "identity",
                new String(REPORTERS.encodedBytes(), StandardCharsets.US_ASCII),
                "again",
                base64(Sending.content(seed, 32)));
    }

    /** What the service answers when an upload begins. */
    private static Map<String, Object> begun(UUID report, String kind) {
        Place place = new Place(report, REPORTER, kind, "ACCOUNT", 1);
        byte[] lock =
                SealedPart.seal(place, ACCOUNT.encodedBytes(), List.of(REPORTERS.recipient()));
        return Map.of("id", UPLOAD, "report", REPORT, "lock", base64(lock));
    }

    private static JsonNode sealed(byte[] content) {
        return Script.call(
                "sealedFile",
                base64(content),
                NAME,
                "image/png",
                sender(1),
                begun(REPORT, "GRANT"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 65_537, 1_048_577, 4_194_304, 4_194_305, 8_388_609})
    void aFileOpensBitByBitWithItsDigests(int length) throws IOException {
        byte[] content = Sending.content(length, length);
        JsonNode sealed = sealed(content);
        Layout layout = Layout.of(length);
        assertEquals(layout.pieces(), sealed.at("/wanted/pieces").asInt());
        assertEquals(layout.room(), sealed.at("/wanted/pieceBytes").asInt());
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        int number = 0;
        for (JsonNode piece : sealed.path("pieces")) {
            byte[] bytes = bytes(piece);
            assertEquals(SealedPiece.sealedBytes(layout.room()), bytes.length);
            assertTrue(SealedPiece.isHeadForOne(bytes));
            Place place = Progress.place(REPORT, UPLOAD, number++);
            SealedPiece.opening(place, new ByteArrayInputStream(bytes), ACCOUNT).transferTo(opened);
        }
        assertArrayEquals(content, opened.toByteArray());
        Particulars particulars = particulars(sealed);
        assertEquals(NAME, particulars.name());
        assertEquals("image/png", particulars.type());
        assertEquals(length, particulars.size());
        assertEquals(Digests.hex(Digests.sha256(content)), particulars.sha256());
        assertEquals(Digests.hex(Digests.sha512(content)), particulars.sha512());
        assertEquals(ACCOUNT.recipient().encoded(), sealed.at("/completion/recipient").asText());
    }

    private static Particulars particulars(JsonNode sealed) throws IOException {
        Place place = new Place(REPORT, UPLOAD, "EXHIBIT", "ACCOUNT", 1);
        byte[] part = bytes(sealed.at("/completion/particulars"));
        return JSON.readValue(SealedPart.open(place, part, ACCOUNT), Particulars.class);
    }

    @Test
    void theLastFileThatIsTakenIsLaidOutAsHere() {
        for (long size : new long[] {1L << 31, (1L << 31) + 1, 64L << 20, (64L << 20) + 1}) {
            JsonNode layout = Script.call("layoutOf", size);
            assertEquals(Layout.of(size).pieces(), layout.path("pieces").asInt());
        }
    }

    @Test
    void theSameFileUnderTheSameReceiptGoesOnAndNoOtherDoes() {
        byte[] content = Sending.content(1, 100);
        String token = token(content, NAME, 1);
        assertTrue(token.matches(UploadToken.PATTERN), token);
        assertEquals(token, token(content, NAME, 1));
        assertNotEquals(token, token(content, NAME, 2));
        assertNotEquals(token, token(content, "other", 1));
        content[50] ^= 1;
        assertNotEquals(token, token(content, NAME, 1));
    }

    private static String token(byte[] content, String name, int seed) {
        return Script.call(
                        "sealedFile",
                        base64(content),
                        name,
                        "",
                        sender(seed),
                        begun(REPORT, "GRANT"))
                .at("/wanted/token")
                .asText();
    }

    @Test
    void aLockFromElsewhereIsNotBelieved() {
        for (Map<String, Object> begun :
                List.of(begun(UUID.randomUUID(), "GRANT"), begun(REPORT, "NOTE"))) {
            assertEquals(
                    "a lock from elsewhere",
                    Script.error("sealedFile", base64(new byte[5]), "", "", sender(1), begun));
        }
    }

    @Test
    void whatAFileIsIsToldAlike() {
        List<String> starts =
                List.of(
                        "\u0002#!SILK_V3",
                        "#!AMR\n",
                        "OggS\u0000",
                        "\u001aE\u00df\u00a3",
                        "\u0000\u0000\u0000 ftypisom",
                        "\u0000\u0000\u0000\u0014ftypqt  ",
                        "\u0000\u0000\u0000\u001cftypM4A ",
                        "\u0000\u0000\u0000$ftypheic\u0000",
                        "\u00ff\u00d8\u00ff\u00e1",
                        "\u0089PNG\r\n\u001a\n",
                        "%PDF-1.7\n",
                        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                        "PK\u0003\u0004" + ".".repeat(26) + "[Content_Types].xml",
                        "PK\u0003\u0004" + ".".repeat(26) + "_chat.txt",
                        "PK\u0003\u0004" + ".".repeat(26) + "holiday/beach.jpg",
                        "24/11/2025, 10:11 - A: hello",
                        "24 people\tcame\r\n",
                        "\u00ef\u00bb\u00bf2025-11-24 10:11:12 A",
                        "cut \u00d8",
                        "",
                        "\u00fe\u00fe",
                        "text and \u0000 more");
        Script script = new Script();
        starts.forEach(start -> script.then("kindOf", base64(latin(start))));
        List<JsonNode> told = script.run();
        for (int i = 0; i < starts.size(); i++) {
            Kind ours = Kind.of(latin(starts.get(i)));
            assertEquals(ours.name(), told.get(i).path("value").asText(), starts.get(i));
        }
    }

    private static byte[] latin(String start) {
        return start.getBytes(StandardCharsets.ISO_8859_1);
    }
}
