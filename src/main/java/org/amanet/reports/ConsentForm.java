package org.amanet.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The consent matrix as a form: what was ticked and typed exactly as it came, or what holds now.
 *
 * @param typed the fields of the form; others among them are passed over
 */
public record ConsentForm(Map<String, List<String>> typed) {
    private static final String TICKS = "consent";

    /** The form that shows what holds now. */
    public static ConsentForm of(Map<Consent.Scope, Choice> choices) {
        Map<String, List<String>> typed = new HashMap<>();
        List<String> ticks = new ArrayList<>();
        for (ConsentRow row : ConsentRow.ALL) {
            Choice choice = choices.getOrDefault(row.scope(), Choice.NO);
            if (choice.granted()) {
                ticks.add(row.scope().name());
            }
            put(typed, row.countryField(), choice.country());
            put(typed, row.levelField(), choice.identity());
            put(typed, row.nameField(), choice.name());
            put(typed, row.reviewField(), choice.review());
        }
        typed.put(TICKS, ticks);
        return new ConsentForm(typed);
    }

    private static void put(Map<String, List<String>> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, List.of(value.toString()));
        }
    }

    /** Whether this scope is ticked. */
    public boolean ticked(ConsentRow row) {
        return typed.getOrDefault(TICKS, List.of()).contains(row.scope().name());
    }

    /** The one text of this name, or nothing. */
    public String text(String name) {
        List<String> values = typed.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** Whether this level is chosen, or stands chosen as long as nobody chose. */
    public boolean picked(ConsentRow row, Consent.IdentityLevel level) {
        return level == row.level(text(row.levelField()));
    }

    /** Whether this time is chosen, or stands chosen as long as nobody chose. */
    public boolean reviewed(ConsentRow row, Consent.Review review) {
        return review == row.review(text(row.reviewField()));
    }

    /** What is allowed; a scope that is absent is a no. */
    public Map<Consent.Scope, Choice> choices() {
        Map<Consent.Scope, Choice> choices = new EnumMap<>(Consent.Scope.class);
        ConsentRow.ALL.stream()
                .filter(this::ticked)
                .forEach(row -> choices.put(row.scope(), choice(row)));
        return choices;
    }

    private Choice choice(ConsentRow row) {
        return new Choice(
                true,
                row.asksCountry() ? given(row.countryField()) : null,
                row.level(text(row.levelField())),
                row.asksName() ? given(row.nameField()) : null,
                row.review(text(row.reviewField())));
    }

    private @Nullable String given(String name) {
        String text = text(name);
        return text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "ConsentForm";
    }
}
