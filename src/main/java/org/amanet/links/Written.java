package org.amanet.links;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What all normalisers do with what was written, before they look closer. */
final class Written {
    /** Marks of direction, soft hyphens and joiners that nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]");

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern BRACKETED =
            Pattern.compile("\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]|\\(dot\\)");
    private static final int ROUNDS_MAX = 4;

    private Written() {}

    /** Compatibility forms, upper and lower case and blanks make no difference. */
    static String folded(String value) {
        String before = "";
        String folded = plain(value);
        for (int round = 0; round < ROUNDS_MAX && !folded.equals(before); round++) {
            before = folded;
            folded = plain(folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        }
        return folded;
    }

    /** The same with the case that was written. */
    static String plain(String value) {
        String seen = UNSEEN.matcher(value).replaceAll("");
        String compatible = Normalizer.normalize(seen, Normalizer.Form.NFKC);
        return BLANKS.matcher(UNSEEN.matcher(compatible).replaceAll("")).replaceAll(" ").strip();
    }

    /** Letters and digits alone. */
    static String compact(String value) {
        return folded(value).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Digits alone, whatever script they were written in. */
    static String digits(String value) {
        StringBuilder digits = new StringBuilder();
        plain(value)
                .codePoints()
                .filter(Character::isDigit)
                .forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }

    /** Without what keeps people from tapping on it by mistake. */
    static String refanged(String value) {
        String dots = BRACKETED.matcher(plain(value)).replaceAll(".");
        return dots.replaceFirst("(?i)^h(?:xx|\\*\\*)p(s?)(?=\\[?:)", "http$1")
                .replace("[:]", ":")
                .replace("[://]", "://");
    }

    /** With it. */
    static String defanged(String value) {
        return value.replaceFirst("(?i)^http(s?)(?=:)", "hxxp$1").replace(".", "[.]");
    }

    /** A name of the net in the form that machines use; empty where it is none. */
    static String host(String name) {
        try {
            String ascii =
                    IDN.toASCII(folded(name).replaceAll("\\.$", ""), IDN.ALLOW_UNASSIGNED)
                            .toLowerCase(Locale.ROOT);
            boolean possible = ascii.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
            return possible ? ascii : "";
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
