package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {
    private static final List<String> GUESSABLE = List.of("lantern", "north");

    private static boolean isStrong(String text) {
        try (Passphrase passphrase = Passphrase.of(text.toCharArray())) {
            return passphrase.isStrong(GUESSABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orbit walnut pencil drizzle",
                "walnut-pencil-drizzle",
                "kV9#tq2Lw!x7Rb",
                "يوپۇرماق تاغ دەريا بۇلۇت",
                "vierzehn Kraniche über Moor",
            })
    void whatNobodyGuessesIsStrong(String text) {
        assertTrue(isStrong(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kV9#tq2Lw!x7R",
                "passwordpassword",
                "password123456",
                "qwertyuiopasdf",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "12345678901234567890",
                "abcdefghijklmnopqrstuvwxyz",
                "20261124202611242026",
                "lanternnorthlantern",
                "Lantern North 1",
                "l-a-n-t-e-r-n--n-o-r-t-h",
                "pass word pass word",
                "ياخشىياخشىياخشى",
            })
    void whatIsShortOrCommonOrRepeatedOrKnownIsWeak(String text) {
        assertFalse(isStrong(text));
    }

    /** Thirteen letters with an accent each are twenty-six characters on some keyboards. */
    @Test
    void lettersCountAndNotTheWayTheyAreTyped() {
        String letters = "éàüöñçêîôûëïâ";
        String decomposed = Normalizer.normalize(letters, Normalizer.Form.NFD);
        assertEquals(26, decomposed.length());
        assertFalse(isStrong(letters));
        assertFalse(isStrong(decomposed));
    }

    @Test
    void everyKeyboardGivesTheSameKey() {
        String composed = "Übergröße für Käthe é";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertFalse(composed.equals(decomposed));
        byte[] expected = composed.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, Passphrase.of(composed.toCharArray()).toBytes());
        assertArrayEquals(expected, Passphrase.of(decomposed.toCharArray()).toBytes());
    }

    @Test
    void spacesAndCaseMatter() {
        assertFalse(
                Arrays.equals(
                        Passphrase.of("Ab".toCharArray()).toBytes(),
                        Passphrase.of("Ab ".toCharArray()).toBytes()));
        assertFalse(
                Arrays.equals(
                        Passphrase.of("Ab".toCharArray()).toBytes(),
                        Passphrase.of("ab".toCharArray()).toBytes()));
    }

    @Test
    void anEndlessOneIsJudgedInTime() {
        assertTimeout(Duration.ofSeconds(20), () -> isStrong("x1Yz".repeat(50_000)));
    }

    @Test
    void closingWipesTheArrayThatWasHandedOver() {
        char[] characters = "orbit walnut pencil".toCharArray();
        Passphrase passphrase = Passphrase.of(characters);
        assertEquals("Passphrase", passphrase.toString());
        passphrase.close();
        assertArrayEquals(new char[characters.length], characters);
    }
}
