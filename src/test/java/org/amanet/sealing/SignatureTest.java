package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures that openssl verifies, and those of openssl verified here. */
class SignatureTest {
    @TempDir private Path folder;

    private Tool openssl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Tool.in(folder, command);
    }

    /** RFC 8032, section 7.1, test 3. */
    @Test
    void theSignatureIsTheOneOfTheRfc() {
        byte[] seed = hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
        byte[] message = hex("af82");
        try (SigningKey key = SigningKey.ofSeed(seed)) {
            assertEquals(
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                    Digests.hex(Base64.getDecoder().decode(key.verifyingKey().encoded())));
            assertEquals(
                    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
                    Digests.hex(key.sign(message)));
        }
    }

    @Test
    void opensslVerifiesWhatWasSignedHere() throws IOException {
        byte[] message = Randomness.bytes(5_000);
        try (SigningKey key = SigningKey.generate()) {
            Files.writeString(folder.resolve("key.pem"), key.verifyingKey().pem());
            Files.write(folder.resolve("message"), message);
            Files.write(folder.resolve("message.sig"), key.sign(message));
        }
        Tool verify =
                openssl(
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-in",
                        "message",
                        "-sigfile",
                        "message.sig");
        assertEquals("Signature Verified Successfully", verify.run().text());

        message[0] ^= 1;
        Files.write(folder.resolve("message"), message);
        assertNotEquals(0, verify.attempt(new byte[0]).code());
    }

    @Test
    void whatOpensslSignedIsVerifiedHere() throws IOException {
        openssl("genpkey", "-algorithm", "ed25519", "-out", "private.pem").run();
        String pem = openssl("pkey", "-in", "private.pem", "-pubout").run().text() + "\n";
        byte[] message = Randomness.bytes(5_000);
        Files.write(folder.resolve("message"), message);
        byte[] signature =
                openssl("pkeyutl", "-sign", "-rawin", "-inkey", "private.pem", "-in", "message")
                        .run()
                        .output();

        try (SigningKey key = SigningKey.read(folder.resolve("private.pem"))) {
            assertEquals(pem, key.verifyingKey().pem());
            assertEquals(VerifyingKey.ofPem(pem), key.verifyingKey());
            assertTrue(key.verifyingKey().verify(message, signature));
            assertArrayEquals(signature, key.sign(message));
        }
    }

    @Test
    void aKeyWrittenHereIsReadByOpenssl() throws IOException {
        try (SigningKey key = SigningKey.generate()) {
            Files.writeString(folder.resolve("private.pem"), key.pem());
            String read = openssl("pkey", "-in", "private.pem", "-pubout").run().text();
            assertEquals(key.verifyingKey().pem(), read + "\n");
            String fingerprint =
                    Digests.hex(
                            Digests.sha256(
                                    openssl(
                                                    "pkey",
                                                    "-in",
                                                    "private.pem",
                                                    "-pubout",
                                                    "-outform",
                                                    "DER")
                                            .run()
                                            .output()));
            assertEquals(fingerprint, key.verifyingKey().fingerprint());
        }
    }

    @Test
    void anyChangeOfMessageOrSignatureIsRefused() {
        byte[] message = Randomness.bytes(64);
        try (SigningKey key = SigningKey.generate();
                SigningKey other = SigningKey.generate()) {
            byte[] signature = key.sign(message);
            VerifyingKey verifying = key.verifyingKey();
            assertTrue(verifying.verify(message, signature));
            for (int i = 0; i < 64; i++) {
                assertFalse(verifying.verify(flipped(message, i), signature));
                assertFalse(verifying.verify(message, flipped(signature, i)));
                assertFalse(verifying.verify(message, Arrays.copyOf(signature, i)));
            }
            assertFalse(verifying.verify(message, Arrays.copyOf(signature, 65)));
            assertFalse(other.verifyingKey().verify(message, signature));
        }
    }

    private static byte[] flipped(byte[] bytes, int position) {
        byte[] changed = bytes.clone();
        changed[position] ^= 1;
        return changed;
    }

    @Test
    void whatIsNoKeyIsRefused() throws IOException {
        for (String none :
                List.of(
                        "",
                        "AAAA",
                        "not base64 at all",
                        Base64.getEncoder().encodeToString(new byte[31]),
                        Base64.getEncoder().encodeToString(new byte[33]),
                        Base64.getEncoder().encodeToString(hex("ff".repeat(32))))) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> VerifyingKey.parse(none));
            assertEquals("not an Ed25519 public key", refused.getMessage());
        }
        openssl("genpkey", "-algorithm", "x25519", "-out", "x25519.pem").run();
        Files.writeString(folder.resolve("text.pem"), "not a key");
        for (String file : List.of("x25519.pem", "text.pem", "absent.pem")) {
            assertThrows(IllegalStateException.class, () -> SigningKey.read(folder.resolve(file)));
        }
    }

    /** With a point of small order, a signature that fits every message can be made up. */
    @Test
    void keysThatVerifyEverythingAreRefused() {
        for (String point :
                List.of(
                        "01" + "00".repeat(31),
                        "00".repeat(32),
                        "00".repeat(31) + "80",
                        "ec" + "ff".repeat(30) + "7f",
                        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")) {
            String encoded = Base64.getEncoder().encodeToString(hex(point));
            assertThrows(IllegalArgumentException.class, () -> VerifyingKey.parse(encoded), point);
        }
    }

    @Test
    void aSigningKeyIsWipedAndNeverPrinted() {
        byte[] seed = Randomness.bytes(32);
        SigningKey key = SigningKey.ofSeed(seed);
        assertEquals("SigningKey", key.toString());
        key.close();
        assertArrayEquals(new byte[32], seed);
    }

    @Test
    void theSigningKeyOfAnIdentityIsItsOwn() {
        try (Identity identity = Identity.generate();
                Identity other = Identity.generate();
                SigningKey key = identity.signingKey()) {
            byte[] message = "vouched".getBytes(StandardCharsets.UTF_8);
            assertEquals(identity.verifyingKey(), key.verifyingKey());
            assertTrue(identity.verifyingKey().verify(message, key.sign(message)));
            assertFalse(other.verifyingKey().verify(message, key.sign(message)));
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
