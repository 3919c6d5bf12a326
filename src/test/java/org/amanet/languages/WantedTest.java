package org.amanet.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of places as four scripts write them. */
class WantedTest {

    @ParameterizedTest
    @CsvSource({
        "Qeshqer, قەشقەر",
        "Қәшқәр, قەشقەر",
        "Ürümçi, ئۈرۈمچى",
        "Үрүмчи, Ürümchi",
        "Xoten, خوتەن",
        "Хотән, Xoten",
        "Ghulja, غۇلجا",
        "Turpan, تۇرپان",
        "Алматы, Almati",
        "乌鲁木齐, 乌鲁木齐",
        "Malmö, MALMO",
        "tursun, Tur\u0301sun",
    })
    void theSameSpellingIsFoundInEveryScript(String wanted, String text) {
        assertEquals(Wanted.Match.SPELT, Wanted.of(wanted).in("... " + text + "،"));
        assertEquals(Wanted.Match.SPELT, Wanted.of(text).in(wanted));
    }

    @ParameterizedTest
    @CsvSource({
        "Kashgar, قەشقەر",
        "Urumqi, ئۈرۈمچى",
        "乌鲁木齐, Үрүмчи",
        "吐鲁番, Turpan",
        "和田, Xoten",
        "Hotan, خوتەن",
        "固勒扎, غۇلجا",
        "吐尔逊, Tursun",
        "Xinjiang, شىنجاڭ",
    })
    void anotherSpellingIsFoundByItsSound(String wanted, String text) {
        assertEquals(Wanted.Match.ALIKE, Wanted.of(wanted).in("a " + text + " b"));
        assertEquals(Wanted.Match.ALIKE, Wanted.of(text).in("a " + wanted + " b"));
    }

    @ParameterizedTest
    @CsvSource({
        "Turpan, Qeshqer",
        "Kashgar, Kazan",
        "乌鲁木齐, 吐鲁番",
        "Aqsu, Oslo",
        "wxid_bd7, wxid_pt8"
    })
    void othersAreNot(String wanted, String text) {
        assertEquals(Wanted.Match.NOT, Wanted.of(wanted).in(text));
    }

    @Test
    void allWordsHaveToBeThere() {
        Wanted wanted = Wanted.of("Qeshqer 2026");
        assertEquals(Wanted.Match.SPELT, wanted.in("2026-05, قەشقەر"));
        assertEquals(Wanted.Match.NOT, wanted.in("قەشقەر"));
    }

    @Test
    void aNameWithinALineOfHanIsHeard() {
        assertNotEquals(Wanted.Match.NOT, Wanted.of("Ürümchi").in("我去年到乌鲁木齐看望母亲"));
    }

    @Test
    void aNumberIsFoundHoweverItIsDivided() {
        assertEquals(Wanted.Match.SPELT, Wanted.of("wxid_7").in("WXID_7"));
        assertTrue(Wanted.of(" . ").isEmpty());
        assertTrue(Wanted.of("a").isEmpty());
    }
}
