package org.amanet.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.amanet.languages.Language;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.Residence;
import org.amanet.reports.SafeContact;
import org.amanet.reports.Suspect;
import org.jspecify.annotations.Nullable;

/** What was typed and ticked, exactly as it came, so that a page which says no can give it back. */
record ReportForm(Map<String, List<String>> typed) {
    /** Each page has its own of these. */
    private static final Set<String> OF_THE_PAGE = Set.of("key", "at", "go", "edit", "turn");

    private static final Set<String> BY_ITSELF = Set.of("rows", "insiderAt");

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

    /** A field that the page carries without showing it. */
    record Field(String name, String value) {}

    /** Everything that was typed on other screens. */
    public List<Field> carried(Step shown) {
        return carried(field -> !shown.has(field));
    }

    /** Everything that was typed. */
    public List<Field> carried() {
        return carried(field -> true);
    }

    private List<Field> carried(Predicate<String> fields) {
        return typed.entrySet().stream()
                .filter(field -> !OF_THE_PAGE.contains(field.getKey()))
                .filter(field -> fields.test(field.getKey()))
                .flatMap(
                        field ->
                                field.getValue().stream()
                                        .filter(value -> !value.isEmpty())
                                        .map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    /** The questions, for the overview. */
    public List<Step> steps() {
        return Step.questions();
    }

    /** Whether nobody has typed anything yet. */
    public boolean isFresh() {
        return !typed.containsKey("at");
    }

    /** The screen that this came from. */
    Step at() {
        return Step.of(text("at")).orElse(Step.CHECK);
    }

    /** Whether this screen is opened from the overview, to lead back there. */
    boolean edits(Step step) {
        boolean fromOverview = !isFresh() && at().last();
        return !step.last() && (fromOverview || has("edit", "yes"));
    }

    /** Whether something was answered there; what stands chosen by itself does not count. */
    public boolean answers(Step step) {
        return typed.entrySet().stream()
                .filter(field -> step.has(field.getKey()) && !BY_ITSELF.contains(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .anyMatch(value -> !value.isBlank());
    }

    /** Whether somebody is in danger now or soon. */
    public boolean inDanger() {
        return has("danger", "NOW") || has("danger", "SOON");
    }

    /** Whether danger and the account are there: of what is needed, only the consent is missing. */
    public boolean isHalfway() {
        return danger().isPresent() && (!text("account").isBlank() || !evidence().isEmpty());
    }

    /** Whether all that is needed is there. */
    public boolean isReady() {
        return isHalfway() && has("consent", Consent.Scope.C0.name());
    }

    /** Those who may be behind it, and one empty row where there is none. */
    public List<ActorRow> actors() {
        int rows = 1;
        for (int row = 0; row < NewReport.SUSPECTS_MAX; row++) {
            boolean wanted = text("rows").equals(Integer.toString(row + 1));
            rows = wanted || !new ActorRow(row, this).isEmpty() ? row + 1 : rows;
        }
        return IntStream.range(0, rows).mapToObj(row -> new ActorRow(row, this)).toList();
    }

    /** Whether there is room for another. */
    public boolean hasRoom() {
        return actors().size() < NewReport.SUSPECTS_MAX;
    }

    /** The same with an empty row more. */
    ReportForm withRow() {
        int rows = Math.min(actors().size() + 1, NewReport.SUSPECTS_MAX);
        return with("rows", Integer.toString(rows));
    }

    /** The same with a turn in the line. */
    ReportForm withTurn(String turn) {
        return with("turn", turn);
    }

    private ReportForm with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(typed);
        more.put(name, List.of(value));
        return new ReportForm(more);
    }

    private List<Suspect> suspects() {
        return actors().stream().flatMap(ActorRow::suspect).toList();
    }

    /** Whether somebody in an organisation that should help was named, here or among the others. */
    public boolean insider() {
        return has("insider", "yes") || suspects().stream().anyMatch(Suspect::isInsider);
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
        boolean insider = insider();
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
                constant(Residence.class, text("residence")).orElse(null),
                suspects(),
                given("relatives"),
                evidence(),
                all("urgency"),
                all("wishes"),
                given("desk"),
                exclude(),
                given("excludeText"),
                insider,
                insider
                        ? Optional.ofNullable(given("insiderAt")).orElse(NewReport.ELSEWHERE)
                        : null,
                contact(),
                consents().choices());
    }

    /** Whoever would rather send files, and does not say which, has something to show. */
    private List<String> evidence() {
        List<String> ticked = all("evidence");
        return ticked.isEmpty() && has("files", "yes") ? List.of("EVD.UNK") : ticked;
    }

    private SafeContact contact() {
        return new SafeContact(
                given("contact-times"),
                all("contact-never").stream()
                        .flatMap(never -> constant(SafeContact.Never.class, never).stream())
                        .toList(),
                given("contact-words"),
                given("contact-way"));
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
