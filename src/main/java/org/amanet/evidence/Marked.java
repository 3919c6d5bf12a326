package org.amanet.evidence;

import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/**
 * Words in which somebody put {@code [[} and {@code ]]} around what shall be taken away. Nothing
 * else in them may have changed.
 *
 * @param text what is left, with a block of the same length wherever something was
 * @param passages how many
 */
public record Marked(String text, int passages) {
    /** As long for a name as for a page. */
    public static final String BLOCK = "\u2588".repeat(8);

    private static final String OPEN = "[[";
    private static final String CLOSE = "]]";
    private static final String POINTER = "/marked";

    /** Nothing is marked. */
    public static final Fault NOTHING = new Fault(POINTER, "nothing-marked");

    /** Something else was changed, or a mark has no end. */
    public static final Fault CHANGED = new Fault(POINTER, "changed");

    /**
     * Compares what came back with what was marked in.
     *
     * @throws Refusal where something else was changed, or nothing is marked
     */
    static Marked in(String original, String marked) {
        Walk walk = new Walk(lines(original), lines(marked));
        while (walk.goesOn()) {
            walk.step();
        }
        return walk.ended();
    }

    /** Goes through both at once. */
    private static final class Walk {
        private final String whole;
        private final String typed;
        private final StringBuilder left = new StringBuilder();
        private int passages;
        private int at;
        private int next;
        private boolean inside;

        Walk(String whole, String typed) {
            this.whole = whole;
            this.typed = typed;
        }

        boolean goesOn() {
            return next < typed.length();
        }

        void step() {
            String mark = inside ? CLOSE : OPEN;
            if (typed.startsWith(mark, next) && !whole.startsWith(mark, at)) {
                left.append(inside ? "" : BLOCK);
                passages += inside ? 0 : 1;
                inside = !inside;
                next += mark.length();
            } else if (at < whole.length() && whole.charAt(at) == typed.charAt(next)) {
                left.append(inside ? "" : String.valueOf(whole.charAt(at)));
                at++;
                next++;
            } else {
                throw new Refusal(Problem.INVALID_REQUEST, CHANGED);
            }
        }

        Marked ended() {
            if (inside || at < whole.length()) {
                throw new Refusal(Problem.INVALID_REQUEST, CHANGED);
            }
            if (passages == 0) {
                throw new Refusal(Problem.INVALID_REQUEST, NOTHING);
            }
            return new Marked(left.toString(), passages);
        }
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    @Override
    public String toString() {
        return "Marked";
    }
}
