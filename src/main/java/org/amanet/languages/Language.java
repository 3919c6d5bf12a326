package org.amanet.languages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A language we speak, or are about to. Direction and own name come from this table, not from the
 * platform: its locale data is wrong for Uyghur.
 */
public enum Language {
    UG("ug", "ئۇيغۇرچە", "rtl", Spoken.BY_ALL),
    ZH_HANS("zh-Hans", "简体中文", "ltr", Spoken.BY_PUBLIC_PAGES),
    TR("tr", "Türkçe", "ltr", Spoken.BY_PUBLIC_PAGES),
    EN("en", "English", "ltr", Spoken.BY_ALL),
    DE("de", "Deutsch", "ltr", Spoken.BY_ALL),
    NL("nl", "Nederlands", "ltr", Spoken.BY_PUBLIC_PAGES),
    SV("sv", "Svenska", "ltr", Spoken.BY_PUBLIC_PAGES),
    FR("fr", "Français", "ltr", Spoken.BY_PUBLIC_PAGES),
    NB("nb", "Norsk bokmål", "ltr", Spoken.BY_PUBLIC_PAGES),
    KK("kk", "Қазақша", "ltr", Spoken.BY_PUBLIC_PAGES),
    RU("ru", "Русский", "ltr", Spoken.BY_PUBLIC_PAGES),
    BO("bo", "བོད་ཡིག", "ltr", Spoken.BY_PUBLIC_PAGES);

    /** What is spoken when nothing better is known. */
    public static final Language FALLBACK = EN;

    private static final int HEADER_MAX_CHARACTERS = 200;

    /** Languages under which browsers also know one of ours. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("cmn", "zh", "no", "nb", "nn", "nb");

    private final String tag;
    private final String ownName;
    private final String direction;
    private final Spoken spoken;

    Language(String tag, String ownName, String direction, Spoken spoken) {
        this.tag = tag;
        this.ownName = ownName;
        this.direction = direction;
        this.spoken = spoken;
    }

    /** Which of our pages speak a language: only those of which every text stands in it. */
    private enum Spoken {
        NOT_YET,
        BY_PUBLIC_PAGES,
        BY_ALL
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

    /** All languages that a reporter may choose, in the order in which they are shown. */
    public static List<Language> offered() {
        return spoken(Language::isOffered);
    }

    /** The languages of the pages for those who work here. */
    public static List<Language> ofStaff() {
        return spoken(Language::isOfStaff);
    }

    /** The offered language with exactly this tag. */
    public static Optional<Language> of(@Nullable String tag) {
        return offered().stream().filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** The best offered language for an {@code Accept-Language} header, however odd it is. */
    public static Language best(@Nullable String acceptLanguage) {
        return best(acceptLanguage, Language::isOffered);
    }

    /** The same among the languages of the pages for those who work here. */
    public static Language bestOfStaff(@Nullable String acceptLanguage) {
        return best(acceptLanguage, Language::isOfStaff);
    }

    private boolean isOffered() {
        return spoken != Spoken.NOT_YET;
    }

    private boolean isOfStaff() {
        return spoken == Spoken.BY_ALL;
    }

    private static List<Language> spoken(Predicate<Language> here) {
        return Arrays.stream(values()).filter(here).toList();
    }

    private static Language best(@Nullable String acceptLanguage, Predicate<Language> here) {
        if (acceptLanguage == null || acceptLanguage.length() > HEADER_MAX_CHARACTERS) {
            return FALLBACK;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> nameIn(range.getRange()))
                    .flatMap(name -> spoken(here).stream().filter(one -> one.isCalled(name)))
                    .findFirst()
                    .orElse(FALLBACK);
        } catch (IllegalArgumentException malformed) {
            return FALLBACK;
        }
    }

    /** The language alone, without script and country: no language has two rows. */
    private static String nameIn(String range) {
        String name = Locale.forLanguageTag(range).getLanguage();
        return OTHER_NAMES.getOrDefault(name, name);
    }

    private boolean isCalled(String name) {
        return nameIn(tag).equals(name);
    }
}
