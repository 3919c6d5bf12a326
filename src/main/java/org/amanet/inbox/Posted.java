package org.amanet.inbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amanet.reports.ConsentForm;
import org.jspecify.annotations.Nullable;

/** What a page of the inbox sent, exactly as it came, so that it can be given back. */
record Posted(Map<String, List<String>> fields) {

    /** What is to be done. */
    enum Deed {
        READ,
        REPLY,
        CONSENT,
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

    /** Browsers send two characters for a new line; the person typed one. */
    String text() {
        return text("text").replace("\r\n", "\n");
    }

    /** A random word of the page that sent this. */
    @Nullable String once() {
        String once = text("once");
        return once.isBlank() ? null : once;
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

    private String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    @Override
    public String toString() {
        return "Posted";
    }
}
