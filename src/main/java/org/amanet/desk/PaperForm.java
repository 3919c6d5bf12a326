package org.amanet.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form for one paper of a dossier, as it is shown.
 *
 * @param kind of paper
 * @param id of the paper; made up for a new one
 * @param version that is changed; 0 for a new one
 * @param values by the names of the paper's members
 * @param trouble what was wrong with what was sent
 */
record PaperForm(
        String kind, UUID id, int version, Map<String, String> values, @Nullable Trouble trouble) {

    /** As all of them are called in an address. */
    static final String FORM = "papers";

    private static final String PAPER = "paper";
    private static final String VERSION = "version";
    private static final String KIND = "kind";

    /** For another paper of this kind; with what was typed, where that was refused. */
    static PaperForm fresh(String kind, Map<String, String> values, Typed typed) {
        boolean sent =
                typed.isOf(FORM)
                        && typed.field(KIND).equals(kind)
                        && typed.field(VERSION).equals("0");
        return sent
                ? new PaperForm(
                        kind,
                        UUID.fromString(typed.field(PAPER)),
                        0,
                        typed.fields(),
                        typed.trouble())
                : new PaperForm(kind, UUID.randomUUID(), 0, values, null);
    }

    /** For the next version of one that is there. */
    static PaperForm of(UUID id, int version, Map<String, String> values, Typed typed) {
        String kind = values.getOrDefault(KIND, "");
        boolean sent = typed.isOf(FORM) && typed.field(PAPER).equals(id.toString());
        if (!sent) {
            return new PaperForm(kind, id, version, values, null);
        }
        boolean whole = typed.fields().containsKey(KIND);
        return new PaperForm(kind, id, version, whole ? typed.fields() : values, typed.trouble());
    }

    /** What was sent, to be shown again or to be filed. */
    static Typed typed(Map<String, String> sent) {
        Map<String, String> fields = new HashMap<>(sent);
        fields.putIfAbsent(PAPER, "");
        fields.putIfAbsent(VERSION, "");
        return Typed.in(FORM, fields);
    }

    /** Without what says which paper it is for. */
    static Map<String, String> content(Typed typed) {
        Map<String, String> fields = new HashMap<>(typed.fields());
        fields.remove(PAPER);
        fields.remove(VERSION);
        return fields;
    }

    /** Which paper it is for. */
    static Paperwork.Which which(Typed typed) {
        return Paperwork.Which.of(typed.field(PAPER), typed.version());
    }

    /** Where on the page papers of a kind stand. */
    static String section(Typed typed) {
        return typed.field(KIND).toLowerCase(Locale.ROOT);
    }

    /** What stands in a field. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a field says this. */
    public boolean says(String field, String what) {
        return value(field).equals(what);
    }

    /** Whether one of the codes is this. */
    public boolean codedAs(String code) {
        return List.of(value("codes").split(" ", -1)).contains(code);
    }

    /** Whether something was wrong with it. */
    public boolean wrong() {
        return trouble != null;
    }

    /** Whether it is for another paper rather than for one that is there. */
    public boolean isNew() {
        return version == 0;
    }

    /** Of the text that offers another one. */
    public String moreKey() {
        return "more_" + kind.toLowerCase(Locale.ROOT);
    }

    /** For the ids of its fields. */
    public String key() {
        return isNew() ? kind.toLowerCase(Locale.ROOT) : id.toString();
    }

    /** Values for a form that nobody has filled in. */
    static Map<String, String> with(String... fieldsAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < fieldsAndValues.length; at += 2) {
            values.put(fieldsAndValues[at], fieldsAndValues[at + 1]);
        }
        return values;
    }

    @Override
    public String toString() {
        return "PaperForm " + kind + " " + id;
    }
}
