package org.amanet.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    /** Written out by hand, so that the form which other tools recompute cannot change unseen. */
    @Test
    void theHashIsOverTheTextThatTheDocumentationSays() throws Exception {
        String text =
                "15:amanet audit v1;"
                        + "64:0000000000000000000000000000000000000000000000000000000000000000;"
                        + "1:1;"
                        + "20:2026-11-24T12:00:00Z;"
                        + "15:REPORT_RECEIVED;"
                        + "8:REPORTER;"
                        + "0:;"
                        + "36:00000000-0000-0000-0000-00000000002a;"
                        + "0:;"
                        + "1:0;"
                        + "6:A to B;";
        Happening received =
                Happening.of(Act.REPORT_RECEIVED, Actor.reporter())
                        .about(new java.util.UUID(0, 42))
                        .saying("A to B");
        Link link = Link.after(0, Link.BEFORE_THE_FIRST, Logs.NOON, received);
        byte[] expected =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(expected, link.hash(), HexFormat.of().formatHex(link.hash()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"she said: \"come back\"", "ئۇيغۇرچە", "line\nline", "a\u0000b", "\ud800"})
    void wordsOfAPersonDoNotFitIntoTheLog(String words) {
        Happening plain = Happening.of(Act.BAND_CHANGED, Actor.system());
        assertThrows(IllegalArgumentException.class, () -> plain.saying(words));
    }
}
