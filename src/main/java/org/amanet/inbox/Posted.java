package org.amanet.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.Question;
import org.amanet.reports.SafeContact;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;
import org.amanet.sealing.Receipt;
import org.jspecify.annotations.Nullable;

/** What a page of the inbox sent, exactly as it came, so that it can be given back. */
record Posted(Map<String, List<String>> fields) {
    private static final int DAY_PARTS = 3;
    private static final int DAYS_MAX = 31;

    /** What is to be done. */
    enum Deed {
        READ,
        REPLY,
        ANSWER,
        TELL,
        OTHER_QUESTION,
        CONSENT,
        ACKNOWLEDGEMENT,
        ASK_WITHDRAWAL,
        WITHDRAW
    }

    /** One field, to be carried on by a page that cannot act just now. */
    record Field(String name, String value) {}

    /** Reading, where nothing else is asked. */
    Deed deed() {
        String wanted = text("deed");
        for (Deed deed : Deed.values()) {
            if (deed.name().equals(wanted)) {
                return deed;
            }
        }
        return Deed.READ;
    }

    String receipt() {
        return text("receipt").strip();
    }

    /** Whether the receipt was typed again, the same one. */
    boolean isTypedAgain() {
        try (Receipt one = Receipt.parse(receipt()).orElse(null);
                Receipt other = Receipt.parse(text("again")).orElse(null)) {
            return one != null && other != null && one.isSameAs(other);
        }
    }

    /** Browsers send two characters for a new line; the person typed one. */
    String text() {
        return text("text").replace("\r\n", "\n");
    }

    /** A random word of the page that sent this. */
    @Nullable String once() {
        String once = text("once");
        return once.isBlank() ? null : once;
    }

    /** Which question the page asked. */
    Optional<Question> question() {
        return question("question");
    }

    /** What the person wants to tell, whether or not it is still open. */
    Optional<Question> topic() {
        return question("topic").filter(Ask.TOPICS::contains);
    }

    private Optional<Question> question(String name) {
        String asked = text(name);
        return Arrays.stream(Question.values())
                .filter(question -> question.name().equals(asked))
                .findFirst();
    }

    /** An answer to it; none where a field holds what nobody could type there. */
    Optional<NewAnswer> answer(Question question) {
        try {
            return Optional.of(
                    new NewAnswer(
                            question,
                            all("codes"),
                            given("words"),
                            question == Question.WHO ? suspect() : null,
                            question == Question.CONTACT ? contact() : null,
                            date(),
                            all("exclude").stream().map(UUID::fromString).toList()));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Not every browser has a field for dates: digits of every script count there, the year first
     * or last, with anything between them.
     */
    private @Nullable LocalDate date() {
        String typed = given("date");
        if (typed == null) {
            return null;
        }
        int[] parts =
                Arrays.stream(typed.strip().split("(?U)\\D+", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        if (parts.length != DAY_PARTS) {
            throw new DateTimeException("no day");
        }
        boolean yearFirst = parts[0] > DAYS_MAX;
        return LocalDate.of(parts[yearFirst ? 0 : 2], parts[1], parts[yearFirst ? 2 : 0]);
    }

    private @Nullable Suspect suspect() {
        List<Trace> traces = new ArrayList<>();
        add(traces, "SEL.TEL", "phone");
        add(traces, "SEL.ACC", "handle");
        add(traces, "SEL.ID", "name");
        add(traces, "SEL.VEH", "car");
        String actor = given("actor");
        String more = given("more");
        boolean nothing = actor == null && traces.isEmpty() && more == null;
        return nothing ? null : new Suspect(actor, given("basis"), traces, more);
    }

    private void add(List<Trace> traces, String type, String name) {
        String value = given(name);
        if (value != null) {
            traces.add(new Trace(type, value.strip()));
        }
    }

    private SafeContact contact() {
        return new SafeContact(
                given("contact-times"),
                Arrays.stream(SafeContact.Never.values())
                        .filter(never -> has("contact-never", never.name()))
                        .toList(),
                given("contact-words"),
                given("contact-way"));
    }

    private @Nullable String given(String name) {
        String value = text(name).replace("\r\n", "\n");
        return value.isBlank() ? null : value;
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
    }

    /** Whether this was ticked or chosen. */
    public boolean has(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }

    ConsentForm consent() {
        return new ConsentForm(fields);
    }

    List<Field> all() {
        return fields.entrySet().stream().flatMap(Posted::each).toList();
    }

    private static Stream<Field> each(Map.Entry<String, List<String>> field) {
        return field.getValue().stream().map(value -> new Field(field.getKey(), value));
    }

    /** The one text of this name, or nothing. */
    public String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    @Override
    public String toString() {
        return "Posted";
    }
}
