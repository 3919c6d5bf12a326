package org.amanet.links;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.amanet.reports.Selector;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put down.
 *
 * @param type a code of the list SEL
 * @param value as it was received
 * @param country by which a number without its country, or a plate, is read
 * @param exhibit a file of the report in which it can be seen
 */
record NewSelector(
        @NotNull @Size(max = 40) @Pattern(regexp = "SEL(\\.[A-Z0-9_]+)+") String type,
        @NotBlank @Size(max = Selector.VALUE_MAX_CHARACTERS) String value,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
        Selector.@NotNull Whose whose,
        Selector.@NotNull Confidence confidence,
        @Nullable UUID exhibit,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen) {

    /**
     * What the reporter wrote, as it stands: what they say of an actor, and not more than likely.
     */
    static NewSelector of(
            Suggestions.Suggestion suggestion, String type, @Nullable String country) {
        return new NewSelector(
                type,
                suggestion.value(),
                country,
                Selector.Whose.ACTOR,
                Selector.Confidence.LIKELY,
                null,
                null,
                null);
    }

    Selector by(String alias) {
        Normal normal = Normaliser.of(type, value, country);
        return new Selector(
                type,
                value,
                normal.value(),
                normal.sound(),
                whose,
                confidence,
                country,
                exhibit,
                firstSeen,
                lastSeen,
                alias,
                false);
    }

    @Override
    public String toString() {
        return "NewSelector";
    }
}
