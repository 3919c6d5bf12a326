package org.amanet.languages;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The same word in whatever script, for matching and for nothing else: what somebody wrote is never
 * changed. Arabic and Cyrillic letters as Uyghur and Kazakh use them become the plain Latin letters
 * of the Uyghur Latin alphabet, Latin letters lose their marks, Han becomes pinyin.
 */
final class Folding {
    private static final Map<Integer, String> LETTERS = letters();
    private static final Map<Integer, String> HAN = new ConcurrentHashMap<>();

    /** What pinyin writes with letters that stand for other sounds here. */
    private static final Map<String, String> PINYIN = Map.of("q", "ch", "x", "sh", "c", "ts");

    private Folding() {}

    /** Small letters and digits, with one blank between words. */
    static String fold(CharSequence text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(whole.length() + 16);
        whole.codePoints().forEach(point -> append(point, folded));
        return folded.toString().strip();
    }

    private static void append(int point, StringBuilder folded) {
        if (point < 0x80) {
            boolean word = Character.isLetterOrDigit(point);
            if (word) {
                folded.append(point == 'v' ? 'w' : (char) point);
            } else if (point != '\'') {
                blank(folded);
            }
            return;
        }
        String known = LETTERS.get(point);
        if (known != null) {
            folded.append(known);
        } else if (Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN) {
            folded.append(HAN.computeIfAbsent(point, Folding::spoken));
        } else if (Character.isLetterOrDigit(point)) {
            folded.append(withoutMarks(point));
        } else if (!isMark(point)) {
            blank(folded);
        }
    }

    private static void blank(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    /** Marks and joiners stand within words. */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.FORMAT
                || type == Character.MODIFIER_LETTER
                || point == '\u2019';
    }

    private static String withoutMarks(int point) {
        return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "");
    }

    private static String spoken(int point) {
        String syllable =
                Pinyin.OF.transliterate(Character.toString(point)).replaceAll("[^a-z]", "");
        if (syllable.startsWith("ch")) {
            return syllable;
        }
        String first = syllable.isEmpty() ? "" : syllable.substring(0, 1);
        return PINYIN.containsKey(first) ? PINYIN.get(first) + syllable.substring(1) : syllable;
    }

    /** Read only where somebody writes Chinese: it is large. */
    private static final class Pinyin {
        private static final Transliterator OF =
                Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
    }

    private static Map<Integer, String> letters() {
        Map<Integer, String> letters = new HashMap<>();
        put(
                letters,
                "ا a ە e ې e ى i و o ۇ u ۆ o ۈ u ۋ w ب b پ p ت t ج j چ ch خ x د d ر r ز z ژ zh س s"
                        + " ش sh غ gh ف f ق q ك k ک k گ g ڭ ng ل l م m ن n ه h ھ h ي y ی y ح h ط t"
                        + " ظ z ص s ض z ذ z ث s ة e أ a إ a آ a ؤ o ۅ o ۉ u");
        put(
                letters,
                "а a ә e е e э e и i і i ы i о o ө o у u ү u ұ u б b в w г g ғ gh д d ж zh җ j з z"
                        + " й y к k қ q л l м m н n ң ng п p р r с s т t ф f х x һ h ц ts ч ch ш sh"
                        + " щ sh ю yu я ya ё yo");
        put(letters, "ç ch ş sh ğ gh ı i ñ ng ə e ä e ž zh š sh č ch ŋ ng ß ss");
        for (String silent : "ئ ء ع ٴ ъ ь ʼ ʻ ʹ".split(" ", -1)) {
            letters.put(silent.codePointAt(0), "");
        }
        return Map.copyOf(letters);
    }

    private static void put(Map<Integer, String> letters, String pairs) {
        String[] words = pairs.split(" ", -1);
        for (int at = 0; at < words.length; at += 2) {
            letters.put(words[at].codePointAt(0), words[at + 1]);
        }
    }
}
