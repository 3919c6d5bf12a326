package org.amanet.reports;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One choice of the consent matrix, as it is sent.
 *
 * @param country for which country (ISO 3166-1 alpha-2), where the scope asks for one
 * @param name of another organisation or lawyer, for C3
 */
public record Choice(
        boolean granted,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
        Consent.@Nullable IdentityLevel identity,
        @Nullable @Size(max = 200) String name) {

    /** What holds where nothing is ticked. */
    public static final Choice NO = new Choice(false, null, null, null);

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

    /** The choices as decisions to be sealed. */
    public static Map<Consent.Scope, Consent.Decision> decisions(
            Map<Consent.Scope, Choice> choices) {
        Map<Consent.Scope, Consent.Decision> decisions = new EnumMap<>(Consent.Scope.class);
        choices.forEach(
                (scope, choice) ->
                        decisions.put(
                                scope,
                                new Consent.Decision(
                                        choice.granted(),
                                        choice.country(),
                                        choice.identity(),
                                        choice.name())));
        return decisions;
    }

    @Override
    public String toString() {
        return "Choice";
    }
}
