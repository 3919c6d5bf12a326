package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the browser's libraries come from, and that what is served is what was built. */
class BrowserBuildTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/browser");

    @Test
    void theLockNamesDigestsAndNoRegistry() throws IOException {
        String lock = Files.readString(SOURCES.resolve("package-lock.json"));
        assertFalse(lock.contains("resolved"), "the lock says where packages come from");
        assertFalse(lock.contains("://registry"), "the lock names a registry");
        JsonNode packages = new ObjectMapper().readTree(lock).path("packages");
        assertTrue(packages.size() > 5);
        packages.fields()
                .forEachRemaining(
                        one ->
                                assertTrue(
                                        one.getKey().isEmpty() || one.getValue().has("integrity"),
                                        one.getKey() + " has no digest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "sealing"})
    void theIntegrityIsThatOfTheFile(String bundle) throws IOException, GeneralSecurityException {
        Properties scripts = new Properties();
        try (Reader file = Files.newBufferedReader(CLASSES.resolve("browser/scripts.properties"))) {
            scripts.load(file);
        }
        byte[] code =
                Files.readAllBytes(
                        Path.of(
                                CLASSES
                                        + "/META-INF/resources"
                                        + scripts.getProperty(bundle + ".src")));
        String digest =
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-384").digest(code));
        assertEquals("sha384-" + digest, scripts.getProperty(bundle + ".integrity"));
    }

    /** Words for people come from the pages, in their language. */
    @Test
    void theScriptsSpeakNoLanguage() throws IOException {
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                String code = Files.readString(file);
                assertFalse(
                        Pattern.compile("textContent = \"[^\"]|alert\\(").matcher(code).find(),
                        file + " speaks by itself");
            }
        }
    }

    @Test
    void whoseLibrariesAreInItIsSaid() throws IOException {
        String licences = Files.readString(CLASSES.resolve("META-INF/resources/licences.txt"));
        for (String name :
                new String[] {"age-encryption", "@noble/hashes", "@scure/base", "silk-wasm"}) {
            assertTrue(licences.contains(name), name);
        }
    }
}
