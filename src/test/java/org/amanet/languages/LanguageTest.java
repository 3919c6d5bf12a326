package org.amanet.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LanguageTest {
    @Example
    void theTableIsThis() {
        assertEquals(List.of(Language.UG, Language.EN, Language.DE), Language.offered());
        assertEquals("rtl", Language.UG.direction());
        assertEquals("ltr", Language.EN.direction());
        assertEquals("ltr", Language.DE.direction());
        assertEquals("\u0626\u06C7\u064A\u063A\u06C7\u0631\u0686\u06D5", Language.UG.ownName());
        for (Language language : Language.values()) {
            assertEquals(Optional.of(language), Language.of(language.tag()));
            assertEquals(language.tag(), language.locale().toLanguageTag());
        }
    }

    @Example
    void onlyExactTagsAreAddresses() {
        for (String tag : new String[] {null, "", "UG", "en-GB", "fr", " en", "de/"}) {
            assertEquals(Optional.empty(), Language.of(tag));
        }
    }

    @Example
    void theBrowserIsAnsweredInTheBestLanguageWeHave() {
        assertEquals(Language.DE, Language.best("de"));
        assertEquals(Language.DE, Language.best("de-AT,de;q=0.9,en;q=0.8"));
        assertEquals(Language.UG, Language.best("ug-CN"));
        assertEquals(Language.UG, Language.best("fr, ug;q=0.7, en;q=0.3"));
        assertEquals(Language.EN, Language.best("en-US,de;q=0.5"));
        assertEquals(Language.DE, Language.best("fr;q=1.0,de;q=0.1"));
    }

    @Example
    void whatIsOddOrUnknownIsAnsweredInEnglish() {
        for (String header :
                new String[] {
                    null, "", "fr", "zz-ZZ", "*", ";;;", "de;q=x", "\u0000", "-", "de".repeat(101)
                }) {
            assertEquals(Language.EN, Language.best(header));
        }
    }

    @Property
    void noHeaderEverFails(@ForAll String header) {
        assertTrue(Language.offered().contains(Language.best(header)));
    }

    @Example
    void datesAreDigitsInEveryLanguageAndHoursThoseOfBrussels() {
        Instant winter = Instant.parse("2026-11-24T23:59:59Z");
        Instant summer = Instant.parse("2026-06-30T22:15:30Z");
        assertEquals("2026-11-25", Dates.dayOf(winter));
        assertEquals("2026-11-25, 00:00", Dates.hour(winter));
        assertEquals("2026-07-01, 00:00", Dates.hour(summer));
        assertEquals("2026-07-01, 00:15:30", Dates.second(summer));
        assertEquals("2026-02-28", Dates.day(LocalDate.of(2026, 2, 28)));
    }

    @Example
    void aMissingTextIsAnErrorOfOurs() {
        Texts texts = Texts.of("problems");
        assertTrue(texts.find("not_found.title", Language.UG).isPresent());
        assertEquals(Optional.empty(), texts.find("no.such.text", Language.UG));
        assertThrows(IllegalStateException.class, () -> texts.get("no.such.text", Language.EN));
        assertThrows(IllegalStateException.class, () -> Texts.of("no such bundle"));
    }
}
