package org.amanet.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Receipt;

/**
 * A receipt as its owner typed it back from paper, held against the one that was given.
 *
 * @param number how many digits were typed, or which group (counted from 1) differs first
 */
record TypedBack(Kind kind, int number) {

    /** What came of it. */
    enum Kind {
        RIGHT,
        NOTHING,
        OTHER_LENGTH,
        OTHER_GROUP,
        THE_DECOY
    }

    /** Compares in constant time; digits of every script count, anything else is passed over. */
    static TypedBack compare(String typed, Given given) {
        String digits = digits(typed);
        if (same(digits, digits(given.receipt()))) {
            return new TypedBack(Kind.RIGHT, 0);
        }
        if (digits.isEmpty()) {
            return new TypedBack(Kind.NOTHING, 0);
        }
        if (same(digits, digits(given.decoy()))) {
            return new TypedBack(Kind.THE_DECOY, 0);
        }
        return digits.length() == Receipt.DIGITS
                ? new TypedBack(Kind.OTHER_GROUP, firstDifferent(digits, given.groups()))
                : new TypedBack(Kind.OTHER_LENGTH, digits.length());
    }

    boolean isRight() {
        return kind == Kind.RIGHT;
    }

    private static int firstDifferent(String digits, List<String> groups) {
        int start = 0;
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            if (!same(digits.substring(start, start + group.length()), group)) {
                return i + 1;
            }
            start += group.length();
        }
        return groups.size();
    }

    private static boolean same(String a, String b) {
        return Digests.constantTimeEquals(
                a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints()
                .map(point -> Character.digit(point, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }
}
