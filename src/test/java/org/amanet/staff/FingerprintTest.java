package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final Fingerprint FINGERPRINT =
            new Fingerprint("7EDA 2F16 6CFE 506D 1317 8F88 26AF 6A5E");

    @Test
    void beginningKeepsTheEndBack() {
        assertEquals("7EDA 2F16 6CFE 506D 1317 8F88", FINGERPRINT.beginning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"26AF 6A5E", "26af6a5e", " 26AF6A5E ", "26af-6a5e", "2 6 A F 6 A 5 E"})
    void endIsHeardHoweverItIsTyped(String typed) {
        assertTrue(FINGERPRINT.isHeard(typed));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "6A5E",
                "26AF 6A5F",
                "6A5E 26AF",
                "7EDA 2F16",
                "8F88 26AF 6A5E",
                "7EDA 2F16 6CFE 506D 1317 8F88 26AF 6A5E"
            })
    void anythingElseIsNot(String typed) {
        assertFalse(FINGERPRINT.isHeard(typed));
    }
}
