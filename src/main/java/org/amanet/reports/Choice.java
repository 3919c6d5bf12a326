package org.amanet.reports;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One choice of the consent matrix, as it is sent.
 *
 * @param country for which country (ISO 3166-1 alpha-2), where the scope asks for one
 * @param name of another organisation or lawyer, for C3
 * @param review when to think about it again, for C10
 */
public record Choice(
        boolean granted,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
        Consent.@Nullable IdentityLevel identity,
        @Nullable @Size(max = 200) String name,
        Consent.@Nullable Review review) {

    /** What holds where nothing is ticked. */
    public static final Choice NO = new Choice(false, null, null, null, null);

    /**
     * Whether it says who is meant, where the scope asks for that: a yes for nobody in particular
     * is one that nobody could act on.
     */
    public boolean isNamed(Consent.Scope scope) {
        return !granted
                || switch (scope) {
                    case C3 -> name != null && !name.isBlank();
                    case C4, C5 -> country != null;
                    default -> true;
                };
    }

    Consent.Decision decided(Consent.Stamp stamp) {
        return new Consent.Decision(granted, country, identity, name, review, stamp);
    }

    @Override
    public String toString() {
        return "Choice";
    }
}
