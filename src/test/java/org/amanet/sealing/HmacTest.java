package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HmacTest {
    /** RFC 4231, test case 2. */
    @Test
    void isTheOneOfThePublishedVectors() {
        byte[] code = Hmac.sha256(bytes("Jefe"), bytes("what do ya want for nothing?"));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                Digests.hex(code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
