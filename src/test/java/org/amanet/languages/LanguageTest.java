package org.amanet.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LanguageTest {
    @Example
    void theTableIsThis() {
        assertEquals(
                List.of(
                        "ug rtl ئۇيغۇرچە",
                        "zh-Hans ltr 简体中文",
                        "tr ltr Türkçe",
                        "en ltr English",
                        "de ltr Deutsch",
                        "nl ltr Nederlands",
                        "sv ltr Svenska",
                        "fr ltr Français",
                        "nb ltr Norsk bokmål",
                        "kk ltr Қазақша",
                        "ru ltr Русский",
                        "bo ltr བོད་ཡིག"),
                Arrays.stream(Language.values())
                        .map(one -> one.tag() + " " + one.direction() + " " + one.ownName())
                        .toList());
        for (Language language : Language.values()) {
            assertEquals(language.tag(), language.locale().toLanguageTag());
        }
    }

    @Example
    void whatIsOfferedHasAnAddressAndStaffReadSomeOfIt() {
        for (Language language : Language.values()) {
            boolean offered = Language.offered().contains(language);
            assertEquals(
                    offered ? Optional.of(language) : Optional.empty(),
                    Language.of(language.tag()));
        }
        assertEquals(List.of(Language.UG, Language.EN, Language.DE), Language.ofStaff());
        assertTrue(Language.offered().containsAll(Language.ofStaff()));
    }

    @Example
    void onlyExactTagsAreAddresses() {
        for (String tag : new String[] {null, "", "UG", "en-GB", "zh", "es", " en", "de/"}) {
            assertEquals(Optional.empty(), Language.of(tag));
        }
    }

    @Example
    void theBrowserIsAnsweredInTheBestLanguageWeHave() {
        assertEquals(Language.DE, Language.best("de"));
        assertEquals(Language.DE, Language.best("de-AT,de;q=0.9,en;q=0.8"));
        assertEquals(Language.UG, Language.best("ug-CN"));
        assertEquals(Language.UG, Language.best("ug-Latn, en;q=0.3"));
        assertEquals(Language.UG, Language.best("es, ug;q=0.7, en;q=0.3"));
        assertEquals(Language.EN, Language.best("en-US,de;q=0.5"));
        assertEquals(Language.DE, Language.best("es;q=1.0,de;q=0.1"));
        assertEquals(Language.DE, Language.best("en;q=0, de;q=0.1"));
        assertEquals(Language.DE, Language.best("*, de;q=0.1"));
    }

    @Example
    void aLanguageIsKnownByEachOfItsTags() {
        requireBest(Language.ZH_HANS, "zh", "zh-CN", "zh-Hans-CN", "zh-SG", "zh-TW", "cmn-Hans");
        requireBest(Language.NB, "nb", "no", "nn", "nb-NO", "nn-NO", "no-NO");
        requireBest(Language.KK, "kk", "kk-KZ", "kk-Cyrl-KZ");
        requireBest(Language.BO, "bo", "bo-CN", "bo-IN");
        requireBest(Language.TR, "tr-TR");
    }

    /** One that is not offered yet is passed over for the next one. */
    private static void requireBest(Language language, String... tags) {
        Language expected = Language.offered().contains(language) ? language : Language.DE;
        for (String tag : tags) {
            assertEquals(expected, Language.best(tag + ", de;q=0.5"), tag);
            assertEquals(Language.DE, Language.bestOfStaff(tag + ", de;q=0.5"), tag);
        }
    }

    @Example
    void staffAreAnsweredInALanguageOfTheirPages() {
        assertEquals(Language.UG, Language.bestOfStaff("zh-CN, ug;q=0.5"));
        assertEquals(Language.EN, Language.bestOfStaff("ru, tr;q=0.5"));
        assertEquals(Language.DE, Language.bestOfStaff("de-CH"));
    }

    @Example
    void whatIsOddOrUnknownIsAnsweredInEnglish() {
        for (String header :
                new String[] {
                    null, "", "es", "zz-ZZ", "*", ";;;", "de;q=x", "\u0000", "-", "de".repeat(101)
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
