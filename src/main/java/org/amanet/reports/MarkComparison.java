package org.amanet.reports;

import java.time.LocalDate;
import java.util.List;

/**
 * For whom a copy was, as far as it tells.
 *
 * @param marked whether there is a mark in it at all; where all were taken out, nothing can be said
 * @param places spaces between two words
 * @param looks who looked on which day: so many could it be
 * @param likest the likest first
 */
public record MarkComparison(boolean marked, int places, int looks, List<Likeness> likest) {
    private static final double STRONG_BELOW = 1e-6;
    private static final double WEAK_BELOW = 1e-2;

    /** How sure it is that it is not by chance. */
    public enum Sureness {
        /** Less than one in a million that somebody else's copy looks so. */
        STRONG,
        /** Less than one in a hundred. */
        WEAK,
        /** Nothing can be concluded. */
        NONE
    }

    /**
     * One who looked, on one day (UTC).
     *
     * @param matching places that are as they were for this person on that day; half of them are by
     *     chance
     */
    public record Likeness(String member, LocalDate day, int matching, Sureness sure) {}

    /** Whether one of them stands out. */
    public boolean found() {
        return marked && !likest.isEmpty() && likest.getFirst().sure() != Sureness.NONE;
    }

    /**
     * The chance that any of so many others matches at so many places or more, each a coin thrown.
     */
    static Sureness sureness(int matching, int places, int others) {
        double chance = Math.max(1, others) * tail(matching, places);
        if (chance < STRONG_BELOW) {
            return Sureness.STRONG;
        }
        return chance < WEAK_BELOW ? Sureness.WEAK : Sureness.NONE;
    }

    private static double tail(int matching, int places) {
        double[] logFactorial = new double[places + 1];
        for (int i = 1; i <= places; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        double sum = 0;
        for (int i = matching; i <= places; i++) {
            double log =
                    logFactorial[places]
                            - logFactorial[i]
                            - logFactorial[places - i]
                            - places * Math.log(2);
            sum += Math.exp(log);
        }
        return sum;
    }
}
