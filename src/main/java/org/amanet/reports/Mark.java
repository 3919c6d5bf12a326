package org.amanet.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amanet.sealing.KeyedTag;
import org.jspecify.annotations.Nullable;

/**
 * What nobody sees in a text, and whoever holds the servers' key finds in a copy of it: at some of
 * the spaces between words there stands a word joiner (U+2060) behind the space. It has no width,
 * joins no letters and is not spoken. Where it stands follows from who looks, at what, on which
 * day, and from the two words around, so that a part of the text is enough.
 */
public final class Mark {
    private static final String JOINER = "\u2060";

    private final KeyedTag tag;
    private final String who;

    Mark(KeyedTag tag, UUID member, UUID report, LocalDate day) {
        this.tag = tag;
        this.who = member + " " + report + " " + day;
    }

    /** The text as this person is shown it. */
    public String shown(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain = without(text);
        StringBuilder marked = new StringBuilder(plain.length() + plain.length() / 8);
        int done = 0;
        for (Gap gap : gaps(plain)) {
            marked.append(plain, done, gap.end());
            marked.append(isSet(gap) ? JOINER : "");
            done = gap.end();
        }
        return marked.append(plain, done, plain.length()).toString();
    }

    /** How many of the gaps are as they would be for this person. */
    int matching(List<Gap> gaps) {
        return (int) gaps.stream().filter(gap -> isSet(gap) == gap.joined()).count();
    }

    private boolean isSet(Gap gap) {
        return tag.bit(String.join("\n", who, gap.before(), gap.after()));
    }

    /** The same without any marks. */
    public static String without(String text) {
        return text.replace(JOINER, "");
    }

    static boolean isIn(String text) {
        return text.contains(JOINER);
    }

    /**
     * A single space between two words.
     *
     * @param end where what follows the space begins
     * @param joined whether a mark stands there
     */
    record Gap(String before, String after, int end, boolean joined) {}

    /** All of them, in order. */
    static List<Gap> gaps(String text) {
        List<Gap> gaps = new ArrayList<>();
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            boolean joined = text.startsWith(JOINER, at + 1);
            int start = joined ? at + 2 : at + 1;
            String before = without(text.substring(wordStart(text, at), at));
            String after = without(text.substring(start, wordEnd(text, start)));
            if (!before.isEmpty() && !after.isEmpty()) {
                gaps.add(new Gap(before, after, at + 1, joined));
            }
        }
        return gaps;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    @Override
    public String toString() {
        return "Mark";
    }
}
