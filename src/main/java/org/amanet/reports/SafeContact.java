package org.amanet.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the reporter can be reached without harm. The inbox is always there; whatever else stands
 * here is the reporter's own wish.
 *
 * @param times when it is safe to read or to answer, in their own words
 * @param never what must never be done
 * @param neverWords what else must never be done, in their own words
 * @param way another way than the inbox, where they want one
 */
public record SafeContact(
        @Nullable @Size(max = MAX_CHARACTERS) String times,
        @Size(max = NEVER_MAX) List<@NotNull Never> never,
        @Nullable @Size(max = MAX_CHARACTERS) String neverWords,
        @Nullable @Size(max = MAX_CHARACTERS) String way) {

    /** For each of the texts. */
    public static final int MAX_CHARACTERS = 500;

    private static final int NEVER_MAX = 10;

    /** What must never be done. */
    public enum Never {
        /** Telephone. */
        CALL,
        /** Write anywhere but in the inbox. */
        MESSAGE,
        /** Come to the home or the place of work. */
        VISIT,
        /** Speak with the family. */
        FAMILY,
        /** Speak with people of the community. */
        COMMUNITY
    }

    /** What was left out is nothing. */
    public SafeContact {
        never = never == null ? List.of() : never;
    }

    /** Whether nothing at all is said. */
    public boolean saysNothing() {
        return times == null && never.isEmpty() && neverWords == null && way == null;
    }

    @Override
    public String toString() {
        return "SafeContact";
    }
}
