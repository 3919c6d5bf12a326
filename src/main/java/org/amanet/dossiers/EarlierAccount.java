package org.amanet.dossiers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whom the person told before: so that nobody lets them tell it again, and no court is given two
 * statements on the same facts by surprise.
 *
 * @param name of the office or organisation
 * @param day when, as far as that is known
 * @param kept what was made of it
 */
public record EarlierAccount(
        @NotNull To to,
        @Nullable @Size(max = 200) String name,
        @Nullable @Pattern(regexp = DAY) String day,
        @NotNull Kept kept,
        @Nullable @Size(max = 1_000) String remark)
        implements Paper {

    /** To whom. */
    public enum To {
        POLICE,
        PROSECUTOR,
        ASYLUM_OFFICE,
        LAWYER,
        ORGANISATION,
        MEDIA,
        OTHER
    }

    /** What there is of it. */
    public enum Kept {
        UNKNOWN,
        NOTHING,
        NOTES,
        STATEMENT
    }

    @Override
    public String toString() {
        return "EarlierAccount";
    }
}
