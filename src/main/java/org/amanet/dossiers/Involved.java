package org.amanet.dossiers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person who plays a part in it.
 *
 * @param name as it was written, in its own script; never of family in the country of origin, whose
 *     names lie under the second lock
 * @param category of persons, kept apart as Directive (EU) 2016/680, Article 6 wants it
 * @param relation to the reporter, a code of the list REL
 */
public record Involved(
        @Nullable @Size(max = 200) String name,
        @NotNull Category category,
        @Nullable @Size(max = 40) @Pattern(regexp = "REL(\\.[A-Z0-9_]+)+") String relation,
        @NotNull Whereabouts place,
        boolean minor,
        @Nullable @Size(max = 1_000) String about)
        implements Paper {

    private static final String FAMILY = "REL.FAM";

    /** What somebody is in this. */
    public enum Category {
        VICTIM,
        WITNESS,
        SUSPECTED_ACTOR,
        OTHER
    }

    /** Where somebody lives. */
    public enum Whereabouts {
        EU,
        PRC,
        THIRD,
        UNKNOWN
    }

    /** Whether naming them here would put a hostage's name beside the account. */
    boolean namesAHostage() {
        return name != null
                && place != Whereabouts.EU
                && place != Whereabouts.THIRD
                && relation != null
                && relation.startsWith(FAMILY);
    }

    @Override
    public String toString() {
        return "Involved " + category;
    }
}
