package org.amanet.reports;

import java.time.Instant;

/**
 * What staff write for staff. Added, never changed.
 *
 * @param about what it was written for
 */
public record Note(String alias, Instant at, String text, About about) {

    /** What a note is for. */
    public enum About {
        /** Nothing in particular. */
        CASE,
        /** Why the band is another than the rules gave. */
        BAND,
        /** Why what lies under the second lock was opened. */
        RELATIVES,
        /** Why the reporter is asked to tell again what they told. */
        RETELLING,
        /** Why a file was taken out as it came. */
        ORIGINAL
    }

    @Override
    public String toString() {
        return "Note";
    }
}
