package org.amanet.links;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Selector;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one of the forms of these pages, and how it is understood.
 *
 * @param form which of them, as in its address
 * @param trouble what is wrong with it
 */
record Entered(String form, Map<String, String> fields, @Nullable Trouble trouble) {
    static final int TEXT_MAX = 2_000;

    /** Nothing yet. */
    static final Entered NOTHING = new Entered("", Map.of(), null);

    static Entered in(String form, Map<String, String> fields) {
        return new Entered(form, fields, null);
    }

    static Entered in(String form, String field, @Nullable String text) {
        return in(form, Map.of(field, or(text)));
    }

    static String or(@Nullable String text) {
        return Objects.toString(text, "");
    }

    Entered with(Trouble found) {
        return new Entered(form, fields, found);
    }

    /** Whether something is wrong with this form. */
    public boolean wrong(String inForm) {
        return trouble != null && form.equals(inForm);
    }

    /** What stands in a field of this form; nothing where another was sent. */
    public String text(String inForm, String field) {
        return form.equals(inForm) ? field(field) : "";
    }

    /** Whether this is what stands there. */
    public boolean is(String inForm, String field, String value) {
        return text(inForm, field).equals(value);
    }

    /** Words that have to be there, and not too many. */
    String words(String name, int max) {
        String text = field(name);
        if (text.isBlank()) {
            throw new Refusal(Problem.INVALID_REQUEST, Trouble.MISSING);
        }
        return atMost(text, max);
    }

    /** Words that may be there. */
    String someWords(String name) {
        return atMost(field(name), TEXT_MAX);
    }

    private static String atMost(String text, int max) {
        if (text.length() > max) {
            throw new Refusal(Problem.INVALID_REQUEST, Trouble.TOO_LONG);
        }
        return text;
    }

    UUID id(String name) {
        return parsed(name, UUID::fromString);
    }

    @Nullable String country() {
        String typed = field("country").strip().toUpperCase(Locale.ROOT);
        if (!typed.isEmpty() && !typed.matches("[A-Z]{2}")) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/country", "wrong-format"));
        }
        return typed.isEmpty() ? null : typed;
    }

    @Nullable Integer number() {
        return optional("number", Integer::valueOf);
    }

    @Nullable String type() {
        return optional("type", Function.identity());
    }

    NewSelector selector() {
        return new NewSelector(
                field("type"),
                words("value", Selector.VALUE_MAX_CHARACTERS),
                country(),
                parsed("whose", Selector.Whose::valueOf),
                parsed("confidence", Selector.Confidence::valueOf),
                optional("exhibit", UUID::fromString),
                optional("firstSeen", LocalDate::parse),
                optional("lastSeen", LocalDate::parse));
    }

    private <T> @Nullable T optional(String name, Function<String, T> parser) {
        return field(name).isEmpty() ? null : parsed(name, parser);
    }

    private <T> T parsed(String name, Function<String, T> parser) {
        try {
            return parser.apply(field(name));
        } catch (IllegalArgumentException | java.time.DateTimeException unknown) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/" + name, "wrong-format"));
        }
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Entered in " + form;
    }
}
