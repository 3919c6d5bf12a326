package org.amanet.desk;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Assignment;
import org.amanet.reports.Band;
import org.amanet.reports.Status;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one of the forms of a case, and how it is understood. What no form of
 * ours sends is refused.
 *
 * @param form which of them, as in its address
 * @param trouble what is wrong with it
 */
record Typed(String form, Map<String, String> fields, @Nullable Trouble trouble) {
    /** Nothing yet. */
    static final Typed NOTHING = in("", Map.of());

    static Typed in(String form, Map<String, String> fields) {
        return new Typed(form, fields, null);
    }

    static Typed in(String form, String field, @Nullable String text) {
        return in(form, Map.of(field, Objects.toString(text, "")));
    }

    Typed with(Trouble found) {
        return new Typed(form, fields, found);
    }

    /** Whether something is wrong with this form. */
    public boolean wrong(String inForm) {
        return trouble != null && form.equals(inForm);
    }

    /** What stands in a field of this form; nothing where another was sent. */
    public String text(String inForm, String field) {
        return form.equals(inForm) ? field(field) : "";
    }

    /** Words that have to be there, and not too many. */
    String words(String field, int max) {
        String text = field(field);
        if (text.isBlank()) {
            throw new Refusal(Problem.INVALID_REQUEST, Trouble.MISSING);
        }
        if (text.length() > max) {
            throw new Refusal(Problem.INVALID_REQUEST, Trouble.TOO_LONG);
        }
        return text;
    }

    long version() {
        return parsed("version", Long::valueOf);
    }

    Status status() {
        return parsed("status", Status::valueOf);
    }

    Band band() {
        return parsed("band", Band::valueOf);
    }

    /** To whom; nobody, where the field is left empty. */
    Assignment.To assignment() {
        UUID member = field("member").isEmpty() ? null : parsed("member", UUID::fromString);
        return new Assignment.To(member, field("checked").equals("true"));
    }

    private <T> T parsed(String field, Function<String, T> parser) {
        try {
            return parser.apply(field(field));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/" + field, "wrong-format"));
        }
    }

    /** Whether it was one of the forms under this address. */
    boolean isOf(String address) {
        return form.equals(address) || form.startsWith(address + "/");
    }

    /** What stands in a field of the form that was sent. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Typed in " + form;
    }
}
