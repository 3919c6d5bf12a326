package org.amanet.codes;

import java.util.List;
import java.util.Set;
import org.amanet.languages.Language;
import org.amanet.languages.Texts;

/**
 * The countries of Europe by ISO 3166-1, named and ordered as readers of each language expect; the
 * platform's own names and order are not to be trusted for all of our languages.
 */
public final class Countries {
    /** Any place that has no entry here. */
    public static final String ELSEWHERE = "ZZ";

    /**
     * States whose authorities a report may be given to: nothing leaves the European Economic Area.
     */
    private static final Set<String> ECONOMIC_AREA =
            Set.of(
                    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR",
                    "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT",
                    "RO", "SE", "SI", "SK");

    private static final Texts NAMES = Texts.of("countries");

    private Countries() {}

    /** All of them in alphabetical order of the language, without {@link #ELSEWHERE}. */
    public static List<String> in(Language language) {
        return List.of(NAMES.get("order", language).split(" "));
    }

    /** Those whose authorities may receive a report, in alphabetical order of the language. */
    public static List<String> ofEconomicAreaIn(Language language) {
        return in(language).stream().filter(ECONOMIC_AREA::contains).toList();
    }

    /** The name; the code itself where it has none here. */
    public static String name(String code, Language language) {
        return NAMES.find(code, language).orElse(code);
    }
}
