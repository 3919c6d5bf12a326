package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference tool opens what we seal, and we open what it seals. */
class AgeToolTest {
    private static final int CHUNK = 64 * 1024;
    private static final int MIB = 1024 * 1024;
    private static final int LARGE_MIB = 100;
    private static final int PART_MIB = 60;

    @TempDir private Path folder;
    private Identity theirs;

    @BeforeEach
    void makeKey() throws IOException {
        Tool.in(folder, "age-keygen", "-o", "key.txt").run();
        String file = Files.readString(folder.resolve("key.txt"));
        theirs = Identity.parse(file.lines().filter(line -> !line.startsWith("#")).toList().get(0));
    }

    private Tool age(String... arguments) {
        return Tool.in(
                folder,
                Stream.concat(Stream.of("age"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void bothReadTheSameKeysInTheSameWay() throws IOException {
        assertEquals(
                Tool.in(folder, "age-keygen", "-y", "key.txt").run().text(),
                theirs.recipient().encoded());

        try (Identity ours = Identity.generate()) {
            Files.write(folder.resolve("ours.txt"), ours.encodedBytes());
            assertEquals(
                    Tool.in(folder, "age-keygen", "-y", "ours.txt").run().text(),
                    ours.recipient().encoded());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_000})
    void ageOpensWhatWeSealed(int size) {
        byte[] plain = Randomness.bytes(size);
        byte[] sealed = AgeFile.seal(plain, List.of(theirs.recipient()));
        assertArrayEquals(plain, age("-d", "-i", "key.txt").run(sealed).output());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_000})
    void weOpenWhatAgeSealed(int size) {
        byte[] plain = Randomness.bytes(size);
        byte[] sealed = age("-r", theirs.recipient().encoded()).run(plain).output();
        assertArrayEquals(plain, AgeFile.open(sealed, theirs));
    }

    @Test
    void eachOfTwentyRecipientsOpens() throws IOException {
        List<Identity> identities = Stream.generate(Identity::generate).limit(20).toList();
        List<Recipient> recipients = identities.stream().map(Identity::recipient).toList();
        byte[] plain = Randomness.bytes(1_000);

        byte[] ours = AgeFile.seal(plain, recipients);
        for (Identity identity : identities) {
            Files.write(folder.resolve("one.txt"), identity.encodedBytes());
            assertArrayEquals(plain, age("-d", "-i", "one.txt").run(ours).output());
        }

        List<String> arguments = new ArrayList<>();
        recipients.forEach(recipient -> arguments.addAll(List.of("-r", recipient.encoded())));
        byte[] theirs = age(arguments.toArray(String[]::new)).run(plain).output();
        for (Identity identity : identities) {
            assertArrayEquals(plain, AgeFile.open(theirs, identity));
        }
    }

    @Test
    void ageRefusesWhatWeSealedToSomebodyElse() {
        byte[] sealed =
                AgeFile.seal(Randomness.bytes(10), List.of(Identity.generate().recipient()));
        assertNotEquals(0, age("-d", "-i", "key.txt").attempt(sealed).code());
    }

    @Test
    void aReceiptIsAnIdentityThatAgeReads() throws Exception {
        KeyDerivation derivation = new KeyDerivation(1, 0, Duration.ZERO, new byte[16]);
        byte[] plain = Randomness.bytes(100);
        try (Receipt receipt = Receipt.generate();
                DerivedIdentity derived = derivation.ofReceipt(receipt, "")) {
            Files.write(folder.resolve("receipt.txt"), derived.identity().encodedBytes());
            byte[] sealed = AgeFile.seal(plain, List.of(derived.identity().recipient()));
            assertArrayEquals(plain, age("-d", "-i", "receipt.txt").run(sealed).output());
        }
    }

    /** More than twice the heap goes through in both directions: memory does not grow with size. */
    @Test
    void aHundredMegabytesPassThroughASmallHeap() throws Exception {
        String hash = child("seal", LARGE_MIB, folder.resolve("ours.age"));
        assertTrue(Files.size(folder.resolve("ours.age")) > LARGE_MIB * MIB);
        age("-d", "-i", "key.txt", "-o", "plain", "ours.age").run();
        assertEquals(hash, hash(Files.newInputStream(folder.resolve("plain"))));

        age("-r", theirs.recipient().encoded(), "-o", "theirs.age", "plain").run();
        assertEquals(hash, child("open", LARGE_MIB, folder.resolve("theirs.age")));
    }

    /** The same for a part with its place and its padding. */
    @Test
    void aLongPartPassesThroughASmallHeap() throws Exception {
        String hash = child("seal-part", PART_MIB, folder.resolve("part.age"));
        assertTrue(Files.size(folder.resolve("part.age")) > 64 * MIB);
        assertEquals(hash, child("open-part", PART_MIB, folder.resolve("part.age")));
    }

    private String child(String what, int megabytes, Path file) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        String key = new String(theirs.encodedBytes(), StandardCharsets.US_ASCII);
        return Tool.in(
                        folder,
                        java,
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        SmallHeap.class.getName(),
                        what,
                        file.toString(),
                        Integer.toString(megabytes))
                .run(key.getBytes(StandardCharsets.US_ASCII))
                .text();
    }

    private static String hash(InputStream stream) throws IOException {
        MessageDigest digest = Digests.of("SHA-256");
        byte[] buffer = new byte[CHUNK];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Digests.hex(digest.digest());
    }

    /** Runs in a process of its own, reads the identity, prints the hash of what went through. */
    static final class SmallHeap {
        private static final Place PLACE = new Place(new UUID(1, 2), new UUID(3, 4), "K", "C", 1);

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[1]);
            int megabytes = Integer.parseInt(arguments[2]);
            try (Identity identity = Identity.parse(System.in.readAllBytes())) {
                List<Recipient> recipients = List.of(identity.recipient());
                System.out.println(
                        switch (arguments[0]) {
                            case "seal" ->
                                    write(
                                            AgeFile.sealing(
                                                    Files.newOutputStream(file), recipients),
                                            megabytes);
                            case "open" ->
                                    hash(AgeFile.opening(Files.newInputStream(file), identity));
                            case "seal-part" ->
                                    write(
                                            SealedPart.sealing(
                                                    PLACE, Files.newOutputStream(file), recipients),
                                            megabytes);
                            default ->
                                    hash(
                                            SealedPart.opening(
                                                    PLACE, Files.newInputStream(file), identity));
                        });
            }
        }

        private static String write(OutputStream out, int megabytes) throws IOException {
            MessageDigest digest = Digests.of("SHA-256");
            byte[] piece = Randomness.bytes(MIB);
            try (out) {
                for (int i = 0; i < megabytes; i++) {
                    piece[i] ^= 1;
                    digest.update(piece);
                    out.write(piece);
                }
            }
            return Digests.hex(digest.digest());
        }
    }
}
