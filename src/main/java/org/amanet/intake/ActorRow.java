package org.amanet.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;
import org.jspecify.annotations.Nullable;

/** One of those who may be behind it, as a group of fields of the form. */
record ActorRow(int index, ReportForm form) {
    private static final List<String> FIELDS =
            List.of("actor", "basis", "phone", "handle", "name", "car", "words");

    /** As a person counts. */
    public int number() {
        return index + 1;
    }

    /** The name of one of its fields. */
    public String field(String what) {
        return what + "-" + index;
    }

    /** What was typed there. */
    public String text(String what) {
        return form.text(field(what));
    }

    /** Whether this was chosen there. */
    public boolean has(String what, String value) {
        return form.has(field(what), value);
    }

    boolean isEmpty() {
        return FIELDS.stream().allMatch(what -> text(what).isBlank());
    }

    /** The same as it is sealed; none where nothing was typed. */
    Stream<Suspect> suspect() {
        if (isEmpty()) {
            return Stream.empty();
        }
        List<Trace> traces = new ArrayList<>();
        add(traces, "SEL.TEL", "phone");
        add(traces, "SEL.ACC", "handle");
        add(traces, "SEL.ID", "name");
        add(traces, "SEL.VEH", "car");
        return Stream.of(new Suspect(given("actor"), given("basis"), traces, given("words")));
    }

    private void add(List<Trace> traces, String type, String what) {
        String value = text(what).strip();
        if (!value.isEmpty()) {
            traces.add(new Trace(type, value));
        }
    }

    private @Nullable String given(String what) {
        String value = text(what);
        return value.isBlank() ? null : value.replace("\r\n", "\n");
    }

    @Override
    public String toString() {
        return "ActorRow " + index;
    }
}
