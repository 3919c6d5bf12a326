package org.amanet.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.exceptions.CorruptChecksumException;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.amanet.sealing.SigningKey;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bag is what others' tools say it is. */
class BagTest {
    private static final String NAME = "amanet-7K3M-9Q2P";
    private static final Instant NOW = Instant.parse("2026-11-24T21:34:56Z");
    private static final byte[] EVIDENCE = evidence();

    @TempDir private Path folder;
    private Path root;

    private static byte[] evidence() {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void packAndUnpack() throws IOException {
        unpack(packed());
        root = folder.resolve(NAME);
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = SigningKey.generate();
                org.amanet.exports.Bag bag = new org.amanet.exports.Bag(out, NAME, NOW)) {
            bag.add("README.txt", file -> file.write("read me".getBytes(StandardCharsets.UTF_8)));
            bag.add("empty.csv", file -> {});
            bag.add(
                    "report-A/\u062D\u06C7\u062C\u062C\u06D5\u062A.bin",
                    file -> {
                        file.write(EVIDENCE, 0, 100_000);
                        for (int i = 100_000; i < 100_100; i++) {
                            file.write(EVIDENCE[i]);
                        }
                        file.write(EVIDENCE, 100_100, EVIDENCE.length - 100_100);
                    });
            bag.finish("An organisation", "7K3M-9Q2P", key);
        }
        return out.toByteArray();
    }

    private void unpack(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    private Bag read() throws Exception {
        return new BagReader().read(root);
    }

    private static void verify(Bag bag) throws Exception {
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isComplete(bag, false);
            verifier.isValid(bag, false);
        }
    }

    private Tool sha512sum(String manifest) {
        return Tool.in(root, "sha512sum", "--check", "--strict", manifest);
    }

    private Tool openssl() {
        return Tool.in(
                folder,
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                NAME + ".pem",
                "-rawin",
                "-in",
                NAME + "/tagmanifest-sha512.txt",
                "-sigfile",
                NAME + ".sig");
    }

    @Test
    void theLibraryOfCongressFindsItCompleteAndValid() throws Exception {
        Bag bag = read();
        assertEquals("1.0", bag.getVersion().toString());
        assertEquals(StandardCharsets.UTF_8, bag.getFileEncoding());
        assertEquals(List.of("300007.3"), bag.getMetadata().get("Payload-Oxum"));
        assertEquals(List.of("2026-11-24"), bag.getMetadata().get("Bagging-Date"));
        assertEquals(List.of("An organisation"), bag.getMetadata().get("Source-Organization"));
        assertEquals(List.of("7K3M-9Q2P"), bag.getMetadata().get("External-Identifier"));
        verify(bag);
    }

    @Test
    void sha512sumAndOpensslSayTheSame() {
        assertEquals(3, sha512sum("manifest-sha512.txt").run().text().lines().count());
        assertEquals(3, sha512sum("tagmanifest-sha512.txt").run().text().lines().count());
        assertEquals("Signature Verified Successfully", openssl().run().text());
    }

    @Test
    void whatWasPutInComesOutBitForBit() throws IOException {
        Path file = root.resolve("data/report-A/\u062D\u06C7\u062C\u062C\u06D5\u062A.bin");
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("same"), EVIDENCE)));
        assertEquals(0, Files.size(root.resolve("data/empty.csv")));
    }

    @Test
    void aChangedFileIsNoticedByBoth() throws Exception {
        Files.writeString(root.resolve("data/README.txt"), "reed me");
        assertThrows(CorruptChecksumException.class, () -> verify(read()));
        assertNotEquals(0, sha512sum("manifest-sha512.txt").attempt(new byte[0]).code());
    }

    @Test
    void aChangedListIsNoticedByTheListOfListsAndThatByTheSignature() throws IOException {
        Path manifest = root.resolve("manifest-sha512.txt");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("^.", "z"));
        assertNotEquals(0, sha512sum("tagmanifest-sha512.txt").attempt(new byte[0]).code());

        Path lists = root.resolve("tagmanifest-sha512.txt");
        Files.writeString(lists, Files.readString(lists) + "\n");
        assertNotEquals(0, openssl().attempt(new byte[0]).code());
    }

    /** Every file is named in one of the two lists, but for the list of lists and the signature. */
    @Test
    void noFileIsOutsideTheLists() throws IOException {
        String listed =
                Files.readString(root.resolve("manifest-sha512.txt"))
                        + Files.readString(root.resolve("tagmanifest-sha512.txt"));
        List<String> unlisted = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !listed.contains("  " + file.replace(NAME + "/", "") + "\n"))
                    .sorted()
                    .forEach(unlisted::add);
        }
        assertEquals(
                List.of(NAME + ".pem", NAME + ".sig", NAME + "/tagmanifest-sha512.txt"), unlisted);
    }

    /** The package says the day on which it was made, and not the minute. */
    @Test
    void theTimesInsideAreCutToTheDay() throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertEquals(
                        Instant.parse("2026-11-24T00:00:00Z"),
                        entry.getLastModifiedTime().toInstant());
                assertFalse(entry.isDirectory());
                assertTrue(entry.getName().startsWith(NAME));
            }
        }
    }
}
