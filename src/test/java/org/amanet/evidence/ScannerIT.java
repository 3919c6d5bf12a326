package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Case;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClamAV as it is, with the one signature that everybody may have. */
class ScannerIT {
    private static final Stack STACK = Stack.shared();
    private static final Path SOCKET = STACK.folder().resolve("scanner.sock");

    /** What every scanner finds and what does nothing; in two, so that nobody finds it here. */
    private static final String HARMLESS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final Session lead = STACK.unlocked("lead");
    private final Case report = Case.of(STACK);

    @TempDir private Path folder;

    private Path signatures() throws IOException, NoSuchAlgorithmException {
        Path known = Files.createDirectories(folder.resolve("signatures"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        byte[] file = HARMLESS.getBytes(US_ASCII);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        Files.writeString(
                known.resolve("one.hsb"), digest + ":" + file.length + ":Harmless.Test:73\n");
        return known;
    }

    private JsonNode scanned(String name, String content) {
        byte[] bytes = content.getBytes(US_ASCII);
        String id = Sending.whole(STACK.http(), report.receipt(), name, bytes).id();
        return report.view(lead, id).path("scan");
    }

    @Test
    void aDaemonIsAskedWhereThereIsOneAndNothingWaitsForIt() throws Exception {
        assertEquals("NOT_SCANNED", scanned("before", "words").path("outcome").asText());
        Path settings = folder.resolve("clamd.conf");
        Files.writeString(
                settings,
                "LocalSocket %s\nDatabaseDirectory %s\nForeground yes\nTemporaryDirectory /dev/shm\n"
                        .formatted(SOCKET, signatures()));
        Process daemon =
                new ProcessBuilder("clamd", "--config-file=" + settings)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
        try {
            Instant patience = Instant.now().plus(Duration.ofSeconds(30));
            while (!Files.exists(SOCKET)) {
                assertTrue(daemon.isAlive(), Files.readString(folder.resolve("clamd.log")));
                assertTrue(Instant.now().isBefore(patience), "clamd does not start");
                Thread.sleep(50);
            }
            JsonNode found = scanned("found", HARMLESS);
            assertEquals("FOUND", found.path("outcome").asText());
            assertTrue(found.path("found").asText().startsWith("Harmless.Test"), found.toString());
            assertEquals("SCANNED", scanned("clean", "words").path("outcome").asText());
        } finally {
            daemon.destroyForcibly().waitFor();
            Files.deleteIfExists(SOCKET);
        }
        assertEquals("NOT_SCANNED", scanned("after", "words").path("outcome").asText());
    }

    @Test
    void theProgramIsAskedBehindWallsWhereThereIsNoDaemon() throws Exception {
        EvidenceConfig config =
                Configured.with(
                        Map.of(
                                "amanet.evidence.scanner.command",
                                "/usr/bin/clamscan",
                                "amanet.evidence.scanner.signatures",
                                signatures().toString()));
        Scanner scanner = new Scanner(config, new Sandbox(config));
        Scan found = scanner.scan(out -> out.write(HARMLESS.getBytes(US_ASCII)));
        assertEquals(Scan.Outcome.FOUND, found.outcome());
        assertTrue(String.valueOf(found.found()).startsWith("Harmless.Test"), found.toString());
        assertEquals(
                Scan.Outcome.SCANNED,
                scanner.scan(out -> out.write("words".getBytes(US_ASCII))).outcome());
    }
}
