package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundingTest {
    @TempDir private Path folder;

    private static String said(String... arguments) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            Founding.main(arguments);
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("deployment.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private Identity identity(String file) throws IOException {
        return Identity.parse(Files.readString(folder.resolve(file)).strip());
    }

    @Test
    void itMakesKeysThatOnlyTheOwnerReads() throws IOException {
        said("found", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> made = files.toList();
            assertEquals(
                    Set.of(
                            "recovery.key",
                            "token.key",
                            "checkpoint.pem",
                            "export-signing.pem",
                            "deployment.properties"),
                    made.stream()
                            .map(file -> file.getFileName().toString())
                            .collect(Collectors.toSet()));
            for (Path file : made) {
                assertEquals(
                        PosixFilePermissions.fromString("rw-------"),
                        Files.getPosixFilePermissions(file));
            }
        }
    }

    @Test
    void thePropertiesFitTheKeysAndHoldNoneOfThem() throws IOException {
        said("found", folder.toString());
        Properties properties = properties();
        try (Identity recovery = identity("recovery.key");
                Identity token = identity("token.key")) {
            assertEquals(
                    recovery.recipient().encoded(),
                    properties.getProperty("amanet.staff.recovery-recipient"));
            assertEquals(
                    recovery.verifyingKey().encoded(),
                    properties.getProperty("amanet.staff.root-key"));
            assertNotEquals(recovery.recipient(), token.recipient());
        }
        for (String key : List.of("amanet.audit.checkpoint-key", "amanet.exports.signing-key")) {
            SigningKey.read(Path.of(properties.getProperty(key))).close();
        }
        byte[] salt =
                Base64.getDecoder().decode(properties.getProperty("amanet.sealing.receipt-salt"));
        assertEquals(16, salt.length);
        String text = Files.readString(folder.resolve("deployment.properties"));
        assertTrue(!text.contains("AGE-SECRET-KEY") && !text.contains("PRIVATE KEY"));
    }

    @Test
    void whatItSaysHoldsNoSecret() throws IOException {
        String said = said("found", folder.toString());
        assertTrue(said.contains("recovery.key"));
        assertTrue(!said.contains("AGE-SECRET-KEY") && !said.contains("PRIVATE KEY"));
    }

    @Test
    void aDeploymentIsFoundedOnlyOnce() throws IOException {
        said("found", folder.toString());
        String before = Files.readString(folder.resolve("recovery.key"));
        assertThrows(FileAlreadyExistsException.class, () -> said("found", folder.toString()));
        assertEquals(before, Files.readString(folder.resolve("recovery.key")));
    }

    @Test
    void theRootKeyVerifiesWhatTheRecoveryKeyVouchesFor() throws IOException {
        said("found", folder.toString());
        String statement = "lead 1 holds the key …";
        String signature =
                said("vouch", folder.resolve("recovery.key").toString(), statement).strip();
        VerifyingKey root = VerifyingKey.parse(properties().getProperty("amanet.staff.root-key"));
        byte[] signed = Base64.getDecoder().decode(signature);
        assertTrue(root.verify(statement.getBytes(StandardCharsets.UTF_8), signed));
        assertTrue(!root.verify("another".getBytes(StandardCharsets.UTF_8), signed));
    }
}
