package org.amanet.texts;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The letters that a language is written in, beside names that keep their own everywhere. */
record Script(UnicodeScript letters) {
    private static final Map<String, UnicodeScript> NOT_LATIN =
            Map.of(
                    "ug", UnicodeScript.ARABIC,
                    "zh-Hans", UnicodeScript.HAN,
                    "kk", UnicodeScript.CYRILLIC,
                    "ru", UnicodeScript.CYRILLIC,
                    "bo", UnicodeScript.TIBETAN);

    private static final Set<UnicodeScript> NOBODYS =
            Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    private static final Pattern NAMES =
            Pattern.compile(
                    "(?<!\\p{IsLatin})(?:"
                            + String.join(
                                    "|",
                                    List.of(
                                            "Amanet",
                                            "Douyin",
                                            "Eurojust",
                                            "Europol",
                                            "Facebook",
                                            "GB",
                                            "ID",
                                            "Idempotency-Key",
                                            "If-Match",
                                            "Instagram",
                                            "JSON",
                                            "LINE",
                                            "QQ",
                                            "SMS",
                                            "Shift",
                                            "Signal",
                                            "Telegram",
                                            "TikTok",
                                            "Tor Browser",
                                            "USB",
                                            "WeChat",
                                            "Weibo",
                                            "WhatsApp",
                                            "Wi-Fi",
                                            "X \\(Twitter\\)",
                                            "YouTube",
                                            "private"))
                            + ")(?!\\p{IsLatin})");

    static Script of(String language) {
        return new Script(NOT_LATIN.getOrDefault(language, UnicodeScript.LATIN));
    }

    boolean isLatin() {
        return letters == UnicodeScript.LATIN;
    }

    /** What remains to be translated when the names are taken out. */
    static String withoutNames(String text) {
        return NAMES.matcher(text).replaceAll(" ");
    }

    /** The letters of other scripts, in the order in which they stand. */
    String foreign(String text) {
        return withoutNames(text)
                .codePoints()
                .filter(Character::isLetter)
                .filter(letter -> isForeign(UnicodeScript.of(letter)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Whether anything stands in the script itself. */
    boolean isIn(String text) {
        return text.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == letters);
    }

    private boolean isForeign(UnicodeScript script) {
        return script != letters && !NOBODYS.contains(script);
    }
}
