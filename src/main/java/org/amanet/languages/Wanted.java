package org.amanet.languages;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Words that are looked for, whatever script they were written in. All of them have to stand in the
 * same text.
 */
public final class Wanted {
    /** Fewer letters than this find everything. */
    private static final int SHORTEST = 2;

    private final List<String> words;
    private final List<Set<String>> sounds;

    private Wanted(List<String> words) {
        this.words = words;
        this.sounds = words.stream().map(Sounds::of).toList();
    }

    /** How a text has them. */
    public enum Match {
        NOT,
        /** One at least only sounds like it. */
        ALIKE,
        /** All as they are, apart from the script. */
        SPELT
    }

    /** The words of this text; none is worth looking for where {@link #isEmpty}. */
    public static Wanted of(String text) {
        return new Wanted(
                Arrays.stream(Folding.fold(text).split(" ", -1))
                        .filter(word -> word.length() >= SHORTEST)
                        .distinct()
                        .toList());
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** How this text has all of them. */
    public Match in(CharSequence text) {
        String folded = Folding.fold(text);
        if (words.stream().allMatch(folded::contains)) {
            return Match.SPELT;
        }
        return alike(folded) ? Match.ALIKE : Match.NOT;
    }

    private boolean alike(String folded) {
        List<Set<String>> heard = null;
        for (int at = 0; at < words.size(); at++) {
            if (folded.contains(words.get(at))) {
                continue;
            }
            if (heard == null) {
                heard = Arrays.stream(folded.split(" ", -1)).map(Sounds::of).toList();
            }
            Set<String> sought = sounds.get(at);
            if (sought.isEmpty() || heard.stream().noneMatch(word -> has(word, sought))) {
                return false;
            }
        }
        return true;
    }

    /** Han is written without blanks: what is sought may be in the middle of a long word. */
    private static boolean has(Set<String> word, Set<String> sought) {
        return word.stream().anyMatch(key -> sought.stream().anyMatch(one -> fits(key, one)));
    }

    private static boolean fits(String key, String sought) {
        return key.equals(sought) || (key.length() > sought.length() + 3 && key.contains(sought));
    }

    @Override
    public String toString() {
        return "Wanted"; // what somebody looks for tells what they know
    }
}
