package org.amanet.links;

import java.util.List;
import java.util.Locale;
import org.amanet.codes.Code;
import org.amanet.codes.Codes;
import org.amanet.languages.Language;

/** What a selector can be, in the words of the reader's language. */
record SelectorTypes(Codes codes, Language language) {
    private static final String LIST = "SEL";

    /**
     * A group of types.
     *
     * @param types the group itself first: nothing more exact is known
     */
    record Group(String label, List<Type> types) {}

    /** One of them. */
    record Type(String code, String label) {}

    /** All of them, in the order of the list. */
    public List<Group> groups() {
        return codes.taps(LIST).stream().map(this::group).toList();
    }

    private Group group(Code top) {
        List<Type> types =
                codes.list(LIST).codes().stream()
                        .filter(code -> !code.deprecated())
                        .map(Code::code)
                        .filter(
                                code ->
                                        code.equals(top.code())
                                                || code.startsWith(top.code() + "."))
                        .map(code -> new Type(code, label(code)))
                        .toList();
        return new Group(label(top.code()), types);
    }

    /** The label of one. */
    public String label(String code) {
        return codes.label(code, language);
    }

    /** The key of our texts for a name of the code: {@code whose_actor}. */
    public String key(String prefix, Enum<?> name) {
        return prefix + "_" + name.name().toLowerCase(Locale.ROOT);
    }
}
