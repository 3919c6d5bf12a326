package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BlindIndexTest {
    private static final byte[] KEY =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /**
     * As openssl has it: {@code printf 'amanet selector v1\nSEL.TEL.PHONE\n+8613812345678' |
     * openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1f}.
     */
    @Test
    void isHmacOverFormatTypeAndValue() {
        try (BlindIndex index = BlindIndex.of(KEY)) {
            assertEquals(
                    "6f320ccfa8a501a851adf8d71b60ea48c75157d92194c9a92199fd73843a1380",
                    Digests.hex(index.token("SEL.TEL.PHONE", "+8613812345678")));
        }
    }

    @Test
    void sameKeyTypeAndValueMakeTheSameTokenAndNothingElseDoes() {
        try (BlindIndex index = BlindIndex.of(KEY);
                BlindIndex again = BlindIndex.of(index.key());
                BlindIndex other = BlindIndex.generate()) {
            byte[] token = index.token("SEL.ACC.QQ", "10001");
            assertArrayEquals(token, again.token("SEL.ACC.QQ", "10001"));
            assertFalse(Arrays.equals(token, index.token("SEL.ACC.TELEGRAM_ID", "10001")));
            assertFalse(Arrays.equals(token, index.token("SEL.ACC.QQ", "10002")));
            assertFalse(Arrays.equals(token, other.token("SEL.ACC.QQ", "10001")));
        }
    }

    @Test
    void closedOrWrongKeysMakeNothing() {
        BlindIndex index = BlindIndex.generate();
        index.close();
        assertThrows(IllegalStateException.class, () -> index.token("SEL.ACC.QQ", "10001"));
        assertThrows(IllegalStateException.class, index::key);
        assertThrows(SealBroken.class, () -> BlindIndex.of(new byte[31]));
        try (BlindIndex other = BlindIndex.generate()) {
            assertThrows(IllegalArgumentException.class, () -> other.token("A\nB", "C"));
        }
    }
}
