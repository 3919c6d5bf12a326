package org.amanet.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A string by which an actor can be found again: a number, an account, a plate.
 *
 * @param type a code of the list SEL
 * @param received as it was received; never rewritten
 * @param normalised as it is compared
 * @param sound whether it could be read as what its type says
 * @param country by which it was read (ISO 3166-1 alpha-2), where one was given
 * @param exhibit the file in which it can be seen
 * @param by the name of whoever put it down, or withdrew it
 * @param withdrawn it was put down in error
 */
public record Selector(
        String type,
        String received,
        String normalised,
        boolean sound,
        Whose whose,
        Confidence confidence,
        @Nullable String country,
        @Nullable UUID exhibit,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        String by,
        boolean withdrawn) {

    /** Longer than any of them, and shorter than a story. */
    public static final int VALUE_MAX_CHARACTERS = 500;

    /** What lacks the least of it is none. */
    public Selector {
        if (type == null || received == null || normalised == null || whose == null) {
            throw new IllegalArgumentException("no selector");
        }
    }

    /** Who uses it. Only what an actor uses makes a pattern. */
    public enum Whose {
        ACTOR,
        VICTIM,
        THIRD
    }

    /** How sure whoever put it down is that it is theirs. */
    public enum Confidence {
        SURE,
        LIKELY,
        DOUBTFUL
    }

    /**
     * One that is there.
     *
     * @param hour in which it was put down
     */
    public record Kept(UUID id, int version, Instant hour, Selector content) {
        @Override
        public String toString() {
            return "Kept " + id;
        }
    }

    Selector withdrawnBy(String alias) {
        return new Selector(
                type,
                received,
                normalised,
                sound,
                whose,
                confidence,
                country,
                exhibit,
                firstSeen,
                lastSeen,
                alias,
                true);
    }

    @Override
    public String toString() {
        return "Selector";
    }
}
