package org.amanet.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentForm;
import org.jspecify.annotations.Nullable;

/** What was typed and ticked, exactly as it came, so that a page which says no can give it back. */
record ReportForm(Map<String, List<String>> typed) {

    /** An empty form; only C1 is ticked, which may be turned off. */
    static ReportForm fresh() {
        return new ReportForm(Map.of("consent", List.of(Consent.Scope.C1.name())));
    }

    /** The one text of this name, or nothing. */
    public String text(String name) {
        List<String> values = typed.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** All that was ticked under this name. */
    public List<String> all(String name) {
        return typed.getOrDefault(name, List.of());
    }

    /** Whether this value was ticked. */
    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Whether this value was chosen, or stands chosen as long as nobody chose. */
    public boolean picked(String name, String value, String otherwise) {
        return value.equals(text(name).isEmpty() ? otherwise : text(name));
    }

    /**
     * Whether something was typed or ticked there: a section that holds something is shown open.
     */
    public boolean touched(String name) {
        return !text(name).isBlank();
    }

    /** The consent matrix in it. */
    public ConsentForm consents() {
        return new ConsentForm(typed);
    }

    /** The answer to the first question, when there is one. */
    Optional<NewReport.Danger> danger() {
        return constant(NewReport.Danger.class, text("danger"));
    }

    /**
     * The report that this form makes. A missing answer about danger counts as "not sure" here;
     * whether it is missing is asked with {@link #danger}.
     *
     * @throws Refusal where somebody to leave out cannot be recognised: guessing would be unsafe
     */
    NewReport report(Language language) {
        boolean insider = has("insider", "yes");
        return new NewReport(
                language.tag(),
                danger().orElse(NewReport.Danger.UNSURE),
                words("account"),
                all("demands"),
                all("means"),
                all("channels"),
                when(),
                given("where"),
                has("routeByCountry", "yes"),
                given("relatives"),
                all("urgency"),
                given("desk"),
                exclude(),
                given("excludeText"),
                insider,
                insider
                        ? Optional.ofNullable(given("insiderAt")).orElse(NewReport.ELSEWHERE)
                        : null,
                consents().choices());
    }

    private NewReport.@Nullable When when() {
        String about = given("about");
        Optional<NewReport.When.Kind> kind = constant(NewReport.When.Kind.class, text("when"));
        if (kind.isEmpty() && about == null) {
            return null;
        }
        return new NewReport.When(kind.orElse(NewReport.When.Kind.ABOUT), about);
    }

    private List<UUID> exclude() {
        List<UUID> ids = new ArrayList<>();
        for (String id : all("exclude")) {
            try {
                ids.add(UUID.fromString(id));
            } catch (IllegalArgumentException malformed) {
                throw new Refusal(Problem.INVALID_REQUEST, new Fault("/exclude", "wrong-format"));
            }
        }
        return ids;
    }

    private @Nullable String given(String name) {
        String words = words(name);
        return words.isBlank() ? null : words;
    }

    /** Browsers send two characters for a new line; the person typed one. */
    private String words(String name) {
        return text(name).replace("\r\n", "\n");
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "ReportForm";
    }
}
