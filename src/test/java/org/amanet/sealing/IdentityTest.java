package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Identity identity = Identity.generate();

    private static String encoded(Identity identity) {
        return new String(identity.encodedBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void itIsReadAsItIsWritten() {
        byte[] bytes = identity.encodedBytes();
        assertEquals(identity.recipient(), Identity.parse(bytes).recipient());
        assertArrayEquals(bytes, Identity.parse(encoded(identity)).encodedBytes());
        assertEquals(74, bytes.length);
    }

    @Test
    void whatIsNoIdentityIsABrokenSealAndNotRepeated() {
        String right = encoded(identity);
        for (String none :
                List.of(
                        "",
                        "AGE-SECRET-KEY-1",
                        right.toLowerCase(Locale.ROOT),
                        right.substring(0, 73),
                        right + "Q",
                        right.replace("AGE-SECRET-KEY-", "AGE-SECRET-KEZ-"),
                        identity.recipient().encoded(),
                        Bech32.getEncoder().encode("AGE-SECRET-KEY-", new byte[31]).toString(),
                        Bech32.getEncoder().encode("AGE-SECRET-KEY-", new byte[33]).toString())) {
            SealBroken refused = assertThrows(SealBroken.class, () -> Identity.parse(none), none);
            assertEquals(new SealBroken().getMessage(), refused.getMessage());
        }
    }

    @Test
    void oneWrongCharacterIsNoticed() {
        String right = encoded(identity);
        for (int i = 0; i < right.length(); i++) {
            char wrong = right.charAt(i) == 'Q' ? 'P' : 'Q';
            String typed = right.substring(0, i) + wrong + right.substring(i + 1);
            assertThrows(SealBroken.class, () -> Identity.parse(typed));
        }
    }

    @Test
    void purposesOfOneSecretTellNothingOfEachOther() {
        byte[] secret = Randomness.bytes(32);
        assertEquals(
                Identity.derived(secret, "one").recipient(),
                Identity.derived(secret, "one").recipient());
        assertNotEquals(
                Identity.derived(secret, "one").recipient(),
                Identity.derived(secret, "two").recipient());
    }

    @Test
    void whatIsNoRecipientIsRefusedAndNotRepeated() {
        String right = identity.recipient().encoded();
        for (String none :
                List.of(
                        "",
                        "age1",
                        right.toUpperCase(Locale.ROOT),
                        right.substring(0, 61),
                        right.replace("age1", "ago1"),
                        encoded(identity),
                        Bech32.getEncoder().encode("age", new byte[31]).toString(),
                        Bech32.getEncoder().encode("age", Randomness.bytes(33)).toString())) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> Recipient.parse(none), none);
            assertEquals("not an age recipient", refused.getMessage());
        }
    }

    /** Sealing to one of them fails, and would fail for everybody sealed to beside it. */
    @Test
    void recipientsOfSmallOrderAreNone() {
        for (String point :
                List.of(
                        "00".repeat(32),
                        "01" + "00".repeat(31),
                        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                        "ec" + "ff".repeat(30) + "7f",
                        "ed" + "ff".repeat(30) + "7f",
                        "ee" + "ff".repeat(30) + "7f")) {
            byte[] key = HexFormat.of().parseHex(point);
            String encoded = Bech32.getEncoder().encode("age", key).toString();
            assertThrows(IllegalArgumentException.class, () -> new Recipient(encoded), point);
        }
    }

    @Test
    void theFingerprintIsForReadingAloud() {
        String fingerprint = identity.recipient().fingerprint();
        assertTrue(fingerprint.matches("([0-9A-F]{4} ){7}[0-9A-F]{4}"), fingerprint);
        byte[] key = Bech32.getDecoder().decode(identity.recipient().encoded()).getData();
        String hash = Digests.hex(Digests.sha256(key)).toUpperCase(Locale.ROOT);
        assertEquals(hash.substring(0, 32), fingerprint.replace(" ", ""));
    }
}
