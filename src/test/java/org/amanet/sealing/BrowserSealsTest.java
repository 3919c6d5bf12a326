package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.amanet.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the browser makes is what this service makes, byte for byte where nothing is random. */
class BrowserSealsTest {
    private static final byte[] SALT = Randomness.bytes(16);
    private static final Identity KEY = Identity.generate();
    private static final UUID REPORT = UUID.randomUUID();
    private static final UUID PART = UUID.randomUUID();

    private static final Map<String, Object> RECEIPTS =
            Map.of("salt", base64(SALT), "memoryKib", 19 * 1024, "iterations", 2, "parallelism", 1);

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    @Test
    void aReceiptLeadsToTheSameIdentity() throws KdfBusy {
        KeyDerivation derivation = new KeyDerivation(1, 1, Duration.ofSeconds(20), SALT);
        try (Receipt receipt = Receipt.generate();
                DerivedIdentity ours = derivation.ofReceipt(receipt, "test")) {
            JsonNode theirs =
                    Script.call("reporterOf", receipt.grouped().replace(" ", ""), RECEIPTS);
            assertEquals(ours.identity().recipient().encoded(), theirs.path("recipient").asText());
            byte[] encoded = theirs.path("identity").asText().getBytes();
            assertArrayEquals(ours.identity().encodedBytes(), encoded);
            assertArrayEquals(ours.lookupId(), bytes(theirs.path("lookup")));
        }
    }

    @ParameterizedTest
    @CsvSource({"memoryKib,19455", "iterations,1", "parallelism,0", "memoryKib,2000000"})
    void weakParametersAreRefused(String name, int value) {
        Map<String, Object> weak = new java.util.HashMap<>(RECEIPTS);
        weak.put(name, value);
        assertTrue(Script.error("reporterOf", "0".repeat(28), weak).contains("too weak"));
    }

    @Test
    void aShortSaltIsRefused() {
        Map<String, Object> weak = new java.util.HashMap<>(RECEIPTS);
        weak.put("salt", base64(new byte[15]));
        assertTrue(Script.error("reporterOf", "0".repeat(28), weak).contains("too weak"));
    }

    @Test
    void receiptsHaveTheirCheckDigitsAndDiffer() {
        Set<String> seen = new HashSet<>();
        Set<Character> digits = new HashSet<>();
        for (JsonNode receipt : Script.call("receipts", 200)) {
            String text = receipt.asText();
            assertEquals(Receipt.DIGITS, text.length());
            assertTrue(Receipt.parse(text).isPresent(), "check digits");
            text.chars().forEach(digit -> digits.add((char) digit));
            seen.add(text);
        }
        assertEquals(200, seen.size());
        assertEquals(10, digits.size());
    }

    @Test
    void whatIsTypedBackIsReadInEveryScript() {
        String receipt;
        try (Receipt made = Receipt.generate()) {
            receipt = made.grouped().replace(" ", "");
        }
        StringBuilder persian = new StringBuilder();
        receipt.chars().forEach(digit -> persian.append((char) (digit - '0' + 0x06f0)));
        String other = (receipt.charAt(5) == '1' ? "2" : "1");
        String wrong = receipt.substring(0, 5) + other + receipt.substring(6);
        List<JsonNode> said =
                new Script()
                        .then("typedBack", " " + persian + "-", receipt, "x")
                        .then("typedBack", "", receipt, "x")
                        .then("typedBack", receipt.substring(1), receipt, "x")
                        .then("typedBack", wrong, receipt, "x")
                        .then("typedBack", wrong, receipt, wrong)
                        .run();
        assertEquals(
                List.of("RIGHT", "NOTHING", "OTHER_LENGTH", "OTHER_GROUP", "THE_DECOY"),
                said.stream().map(one -> one.at("/value/kind").asText()).toList());
        assertEquals(27, said.get(2).at("/value/number").asInt());
        assertEquals(2, said.get(3).at("/value/number").asInt());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "800", "895", "896", "900", "4000", "16000", "65400", "65535", "70000"})
    void aPartOpensHereAndIsPaddedAsOurs(int length) {
        byte[] content = Randomness.bytes(length);
        Place place = new Place(REPORT, PART, "ACCOUNT", "ACCOUNT", 1);
        byte[] theirs = bytes(sealed(place, content));
        assertArrayEquals(content, SealedPart.open(place, theirs, KEY));
        byte[] ours = SealedPart.seal(place, content, List.of(KEY.recipient()));
        assertEquals(ours.length, theirs.length);
        assertEquals(SealedShape.step(ours), SealedShape.step(theirs));
        assertTrue(SealedShape.step(theirs).isPresent());
    }

    private static JsonNode sealed(Place place, byte[] content) {
        return Script.call(
                "sealPart",
                List.of(
                        place.report().toString(),
                        place.part().toString(),
                        place.kind(),
                        place.compartment()),
                base64(content),
                KEY.recipient().encoded());
    }

    @Test
    void aPartOpensInItsPlaceOnly() {
        Place place = new Place(REPORT, PART, "ACCOUNT", "ACCOUNT", 1);
        byte[] theirs = bytes(sealed(place, new byte[10]));
        Place other = new Place(REPORT, PART, "CONSENT", "ACCOUNT", 1);
        assertThrows(SealBroken.class, () -> SealedPart.open(other, theirs, KEY));
    }

    @Test
    void otherKindsOfKeysAreRefused() {
        assertEquals(
                "not an X25519 recipient",
                Script.error(
                        "sealPart",
                        List.of("a", "b", "c", "d"),
                        "",
                        "age1pq1" + KEY.recipient().encoded().substring(5)));
    }

    /** For whom and how many something is sealed shows; so does whether it is padded. */
    @Test
    void theShapeOfAPartShows() {
        Place place = new Place(REPORT, PART, "ACCOUNT", "ACCOUNT", 1);
        byte[] part = SealedPart.seal(place, new byte[10], List.of(KEY.recipient()));
        assertEquals(OptionalLong.of(1024), SealedShape.step(part));
        try (Identity other = Identity.generate()) {
            List<Recipient> both = List.of(KEY.recipient(), other.recipient());
            assertFalse(isShaped(SealedPart.seal(place, new byte[10], both)), "two recipients");
        }
        List<Recipient> one = List.of(KEY.recipient());
        assertFalse(isShaped(AgeFile.seal(new byte[1000], one)), "not padded");
        assertFalse(isShaped(AgeFile.seal(new byte[0], one)), "empty");
        assertTrue(isShaped(AgeFile.seal(new byte[64 * 1024], one)), "a size step");
        assertFalse(isShaped(new byte[1024]), "no age file");
        assertFalse(isShaped("They called my mother.".getBytes()), "plain");
        for (int cut : new int[] {1, 16, 32, part.length - 1}) {
            assertFalse(isShaped(java.util.Arrays.copyOf(part, part.length - cut)), "cut");
        }
    }

    private static boolean isShaped(byte[] sealed) {
        return SealedShape.step(sealed).isPresent();
    }

    /** On a bad line the screens come with the first page, the keys while somebody reads it. */
    @ParameterizedTest
    @CsvSource({"form,8", "sealing,40"})
    void theBundlesAreSmall(String bundle, int kibibytes) throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(Script.bundle(bundle)));
        }
        assertTrue(packed.size() < kibibytes * 1024, packed.size() + " bytes");
    }
}
