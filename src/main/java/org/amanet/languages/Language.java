package org.amanet.languages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A language we speak. Direction and own name come from this table, not from the platform: its
 * locale data is wrong for Uyghur. A language stands here only when every text exists in it.
 */
public enum Language {
    UG("ug", "ئۇيغۇرچە", "rtl"),
    EN("en", "English", "ltr"),
    DE("de", "Deutsch", "ltr");

    /** What is spoken when nothing better is known. */
    public static final Language FALLBACK = EN;

    private final String tag;
    private final String ownName;
    private final String direction;

    Language(String tag, String ownName, String direction) {
        this.tag = tag;
        this.ownName = ownName;
        this.direction = direction;
    }

    /** The BCP 47 tag, as in addresses and in {@code lang} attributes. */
    public String tag() {
        return tag;
    }

    /** The name its speakers use. */
    public String ownName() {
        return ownName;
    }

    /** {@code rtl} or {@code ltr}, as in {@code dir} attributes. */
    public String direction() {
        return direction;
    }

    /** The locale that message bundles are kept under. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** All languages that may be chosen, in the order in which they are shown. */
    public static List<Language> offered() {
        return List.of(values());
    }

    /** The language with exactly this tag. */
    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** The best offered language for an {@code Accept-Language} header, however odd it is. */
    public static Language best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > HEADER_MAX_CHARACTERS) {
            return FALLBACK;
        }
        var tags = new ArrayList<String>();
        for (var language : values()) {
            tags.add(language.tag);
        }
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            return of(Locale.lookupTag(wanted, tags)).orElse(FALLBACK);
        } catch (IllegalArgumentException malformed) {
            return FALLBACK;
        }
    }

    private static final int HEADER_MAX_CHARACTERS = 200;
}
