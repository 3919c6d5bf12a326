package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.amanet.languages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody agreed to can be read years later, whatever the page says by then. */
class ConsentWordingTest {
    /**
     * The words on the page are the last version kept. Whoever changes one adds a file {@code
     * consent/<language>_<next number>.properties} with the words as they are now, and leaves the
     * earlier ones alone.
     */
    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void theWordsOnThePageAreKeptAsTheLastVersion(Language language) {
        String now = ConsentWording.hashIn(language.tag());
        ConsentWording.Version kept = ConsentWording.of(now).orElseThrow();
        assertEquals(language.tag(), kept.language());
        assertEquals(numberOfFiles(language), kept.number());
        assertTrue(kept.texts().containsKey("c4_label"));
    }

    private static int numberOfFiles(Language language) {
        int number = 0;
        while (isThere("consent/%s_%d.properties".formatted(language.tag(), number + 1))) {
            number++;
        }
        return number;
    }

    private static boolean isThere(String name) {
        return ConsentWording.class.getClassLoader().getResource(name) != null;
    }

    @Test
    void wordsThatWereNeverShownAreNoVersion() {
        assertEquals(Optional.empty(), ConsentWording.of("00".repeat(32)));
        assertEquals(Optional.empty(), ConsentWording.of(""));
    }
}
