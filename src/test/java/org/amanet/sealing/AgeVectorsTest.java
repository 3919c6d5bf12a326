package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The test vectors of the age project (C2SP/CCTV), as the npm package cctv-age carries them. Those
 * with an X25519 identity must end as they say; passphrases, hybrid keys and armor we do not speak,
 * and those must be refused.
 */
class AgeVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("amanet.vectors", ".tools/cctv-age"));
    private static final Pattern EMBEDDED =
            Pattern.compile("var (\\w+)_default = __toBinary\\(\"([A-Za-z0-9+/=]*)\"\\);");
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final String X25519 = "AGE-SECRET-KEY-1";

    /**
     * Broken payloads of which the reference releases one chunk more than we do, with what we
     * release. The reference looks at a full chunk alone; here it is known already whether
     * something follows it, so a chunk with the wrong end mark is not released at all.
     */
    private static final Map<String, Integer> REFUSED_ONE_CHUNK_EARLIER =
            Map.of(
                    "stream_no_final_full", 0,
                    "stream_no_final_two_chunks_full", CHUNK_BYTES,
                    "stream_trailing_garbage_long", 0,
                    "stream_trailing_garbage_short", 0,
                    "stream_two_final_chunks", 0,
                    "stream_two_final_chunks_full", 0,
                    "stream_two_final_chunks_second", CHUNK_BYTES);

    private static final Map<String, Vector> VECTORS = read();

    private record Vector(Map<String, String> says, byte[] file) {
        boolean isOurs() {
            return !says.containsKey("armored") && (has(X25519) || !has("") && !isPassphrase());
        }

        private boolean isPassphrase() {
            return says.containsKey("passphrase");
        }

        private boolean has(String identity) {
            return says.getOrDefault("identity", "-").startsWith(identity);
        }

        Identity identity() {
            return has(X25519) ? Identity.parse(says.get("identity")) : Identity.generate();
        }

        String expected() {
            return says.get("expect");
        }
    }

    private static Map<String, Vector> read() {
        try {
            String module = Files.readString(FOLDER.resolve("index.js"));
            Map<String, Vector> vectors = new TreeMap<>();
            Matcher embedded = EMBEDDED.matcher(module);
            while (embedded.find()) {
                vectors.put(embedded.group(1), vector(embedded.group(2)));
            }
            return vectors;
        } catch (IOException e) {
            throw new AssertionError("no test vectors; bin/lib/fetch-vectors brings them", e);
        }
    }

    private static Vector vector(String base64) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        Map<String, String> says = new HashMap<>();
        for (String line : text.substring(0, end).split("\n")) {
            says.putIfAbsent(line.split(": ")[0], line.split(": ", 2)[1]);
        }
        InputStream file = new ByteArrayInputStream(bytes, end + 2, bytes.length);
        boolean compressed = "zlib".equals(says.get("compressed"));
        return new Vector(says, (compressed ? new InflaterInputStream(file) : file).readAllBytes());
    }

    @Test
    void noneVanishes() {
        Map<String, Long> ours =
                VECTORS.values().stream()
                        .filter(Vector::isOurs)
                        .collect(Collectors.groupingBy(Vector::expected, Collectors.counting()));
        assertEquals(143, VECTORS.size());
        assertTrue(VECTORS.keySet().containsAll(REFUSED_ONE_CHUNK_EARLIER.keySet()));
        assertEquals(
                Map.of(
                        "success", 14L,
                        "no match", 3L,
                        "HMAC failure", 1L,
                        "header failure", 32L,
                        "payload failure", 18L),
                ours);
    }

    @TestFactory
    Stream<DynamicTest> x25519() {
        return VECTORS.entrySet().stream()
                .filter(vector -> vector.getValue().isOurs())
                .map(
                        vector ->
                                DynamicTest.dynamicTest(
                                        vector.getKey(),
                                        () -> endsAsItSays(vector.getKey(), vector.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> whatWeDoNotSpeakIsRefused() {
        return VECTORS.entrySet().stream()
                .filter(vector -> !vector.getValue().isOurs())
                .map(
                        vector ->
                                DynamicTest.dynamicTest(
                                        vector.getKey(), () -> isRefused(vector.getValue())));
    }

    private static void endsAsItSays(String name, Vector vector) throws IOException {
        ByteArrayOutputStream released = new ByteArrayOutputStream();
        if (vector.expected().equals("success")) {
            copy(vector, released);
        } else {
            assertThrows(SealBroken.class, () -> copy(vector, released));
        }
        String hash = Digests.hex(Digests.sha256(released.toByteArray()));
        switch (vector.expected()) {
            case "success" -> assertEquals(vector.says().get("payload"), hash);
            case "payload failure" -> {
                Integer earlier = REFUSED_ONE_CHUNK_EARLIER.get(name);
                assertEquals(earlier == null, vector.says().get("payload").equals(hash));
                assertEquals(earlier == null ? released.size() : earlier, released.size());
            }
            default -> assertEquals(0, released.size());
        }
    }

    private static void isRefused(Vector vector) {
        ByteArrayOutputStream released = new ByteArrayOutputStream();
        assertThrows(SealBroken.class, () -> copy(vector, released));
        assertEquals(0, released.size());
    }

    private static void copy(Vector vector, ByteArrayOutputStream released) throws IOException {
        try (InputStream in =
                AgeFile.opening(new ByteArrayInputStream(vector.file()), vector.identity())) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                released.write(chunk, 0, n);
            }
        }
    }
}
