package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class KeyDerivationTest {
    private static final byte[] SALT = ascii("amanet test salt");

    /** The smallest that Argon2 allows: enough where not the strength is asked about. */
    private static final KdfParameters TINY = new KdfParameters(8, 1, 1);

    private final KeyDerivation derivation = new KeyDerivation(2, 16, Duration.ofSeconds(20), SALT);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** RFC 9106, section 5.3: the library is the Argon2id of the standard. */
    @Test
    void theLibraryGivesTheTagOfTheRfc() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(32)
                        .withIterations(3)
                        .withParallelism(4)
                        .withSalt(HexFormat.of().parseHex("02".repeat(16)))
                        .withSecret(HexFormat.of().parseHex("03".repeat(8)))
                        .withAdditional(HexFormat.of().parseHex("04".repeat(12)))
                        .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(HexFormat.of().parseHex("01".repeat(32)), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                Digests.hex(tag));
    }

    /**
     * What the reference program makes of it: {@code printf 2718281828459045235360287440 | argon2
     * 'amanet test salt' -id -t 2 -k 19456 -p 1 -l 64 -r}.
     */
    @Test
    void aReceiptIsDerivedAsTheReferenceProgramDoesIt() throws Exception {
        String typed = "2718 2818 2845 9045 2353 6028 7440";
        byte[] derived =
                HexFormat.of()
                        .parseHex(
                                "2a821d0892a9cc10b94f8a093ec01968ded59d882edf94a39c7bd8992c23d2b4"
                                        + "bcb668408e22afcf9d225fc8df2ae911665dffa8021c14f9d43c8353431e8d82");
        try (Receipt receipt = Receipt.parse(typed).orElseThrow();
                DerivedIdentity actual = derivation.ofReceipt(receipt, "lane")) {
            assertMadeFrom(derived, actual);
        }
    }

    /**
     * {@code printf 'correct horse battery staple' | argon2 somesaltsomesalt -id -t 3 -k 65536 -p 1
     * -l 64 -r}.
     */
    @Test
    void aPassphraseIsDerivedAsTheReferenceProgramDoesIt() throws Exception {
        byte[] derived =
                HexFormat.of()
                        .parseHex(
                                "c4963bcf33dbf0e51d79a77525502dd038a218389ac72545d14da2d0e87d8722"
                                        + "feec47f4b933369ab32d8e28af4956df8bddcab52262e581df3e53603ccf0fa9");
        try (DerivedIdentity actual =
                derivation.derive(
                        ascii("correct horse battery staple"),
                        ascii("somesaltsomesalt"),
                        KdfParameters.PASSPHRASE,
                        "lane")) {
            assertMadeFrom(derived, actual);
        }
    }

    /** HKDF (RFC 5869) here is the platform's, there Bouncy Castle's. */
    private static void assertMadeFrom(byte[] derived, DerivedIdentity actual)
            throws GeneralSecurityException {
        assertArrayEquals(hkdf(derived, "amanet lookup v1"), actual.lookupId());
        byte[] key = hkdf(derived, "amanet identity v1");
        String encoded = Bech32.getEncoder().encode("AGE-SECRET-KEY-", key).toString();
        assertEquals(
                encoded, new String(actual.identity().encodedBytes(), StandardCharsets.US_ASCII));
    }

    private static byte[] hkdf(byte[] secret, String purpose) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret)
                                .thenExpand(ascii(purpose), 32));
    }

    @Test
    void theSameSecretAlwaysLeadsToTheSamePlace() throws Exception {
        assertEquals(lookup("secret", SALT, TINY), lookup("secret", SALT, TINY));
    }

    @Test
    void anythingElseLeadsElsewhere() throws Exception {
        String here = lookup("secret", SALT, TINY);
        assertNotEquals(here, lookup("secres", SALT, TINY));
        assertNotEquals(here, lookup("secret", ascii("another salt 016"), TINY));
        assertNotEquals(here, lookup("secret", SALT, new KdfParameters(9, 1, 1)));
        assertNotEquals(here, lookup("secret", SALT, new KdfParameters(8, 2, 1)));
        assertNotEquals(here, lookup("secret", SALT, new KdfParameters(16, 1, 2)));
    }

    private String lookup(String secret, byte[] salt, KdfParameters parameters) throws KdfBusy {
        try (DerivedIdentity derived = derivation.derive(ascii(secret), salt, parameters, "lane")) {
            return Digests.hex(derived.lookupId());
        }
    }

    @Test
    void receiptsOfAnotherDeploymentLeadElsewhere() throws Exception {
        KeyDerivation other = new KeyDerivation(1, 0, Duration.ZERO, ascii("a salt elsewhere"));
        try (Receipt receipt = Receipt.generate();
                DerivedIdentity here = derivation.ofReceipt(receipt, "lane");
                DerivedIdentity there = other.ofReceipt(receipt, "lane")) {
            assertNotEquals(Digests.hex(here.lookupId()), Digests.hex(there.lookupId()));
            assertNotEquals(here.identity().recipient(), there.identity().recipient());
        }
    }

    @Test
    void aShortReceiptSaltStopsTheStart() {
        assertThrows(
                IllegalStateException.class,
                () -> new KeyDerivation(1, 0, Duration.ZERO, new byte[15]));
    }

    @Test
    void whatWasDerivedIsWipedAndNeverPrinted() throws Exception {
        DerivedIdentity derived = derivation.derive(ascii("secret"), SALT, TINY, "lane");
        Identity identity = derived.identity();
        assertEquals("DerivedIdentity", derived.toString());
        assertEquals("Identity", identity.toString());
        derived.close();
        assertArrayEquals(new byte[32], derived.lookupId());
        assertThrows(IllegalStateException.class, identity::recipient);
    }

    /** A failure inside gives its place back: afterwards as many fit in as before. */
    @Test
    void aFailedDerivationLosesNoPlace() throws Exception {
        KeyDerivation one = new KeyDerivation(1, 0, Duration.ZERO, SALT);
        KdfParameters impossible = new KdfParameters(8, 0, 1);
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    RuntimeException.class,
                    () -> one.derive(ascii("secret"), SALT, impossible, "lane"));
        }
        one.derive(ascii("secret"), SALT, TINY, "lane").close();
    }

    @Test
    void whoeverFindsEverythingTakenIsRefused() throws Exception {
        KeyDerivation one = new KeyDerivation(1, 0, Duration.ofSeconds(20), SALT);
        KdfParameters slow = new KdfParameters(32 * 1024, 4, 1);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger derived = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(8);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String lane = "lane " + i;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        together.countDown();
                                        try {
                                            together.await();
                                            one.derive(ascii("s"), SALT, slow, lane).close();
                                            derived.incrementAndGet();
                                        } catch (KdfBusy busy) {
                                            refused.incrementAndGet();
                                        } catch (InterruptedException e) {
                                            throw new AssertionError(e);
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(8, derived.get() + refused.get());
        assertTrue(derived.get() >= 1 && refused.get() >= 1);
    }
}
