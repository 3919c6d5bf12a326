package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amanet.languages.Language;
import org.amanet.languages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a message to a reporter can begin from, in the reporter's language; and what it says in the
 * caseworker's, who may not read that one.
 */
@ApplicationScoped
class Replies {
    /** Stands where something has to be filled in. */
    static final String GAP = "___";

    private static final List<String> KEYS =
            List.of(
                    "received",
                    "missing",
                    "keep_proof",
                    "not_by_wechat",
                    "offer_help",
                    "authority_asks",
                    "nothing_yet",
                    "police_now",
                    "safety_check",
                    "closing");

    private final Texts texts = Texts.of("replies");
    private final Texts titles = Texts.ofStaff("replytitles");

    /**
     * One of them.
     *
     * @param meaning in the language of whoever chooses
     */
    record Beginning(String key, String title, String meaning) {}

    /**
     * All of them.
     *
     * @param spoken whether we have them in the reporter's language
     */
    record Sheet(boolean spoken, List<Beginning> all) {}

    Sheet in(String reporters, Language reader) {
        return new Sheet(
                Language.of(reporters).isPresent(),
                KEYS.stream()
                        .map(
                                key ->
                                        new Beginning(
                                                key,
                                                titles.get(key, reader),
                                                texts.get(key, reader)))
                        .toList());
    }

    /**
     * The form of a message as it begins from one of them; empty where there is none of that name.
     */
    Typed begin(String reporters, @Nullable String key) {
        if (key == null || !KEYS.contains(key)) {
            return Typed.NOTHING;
        }
        Map<String, String> fields = new HashMap<>();
        Language.of(reporters).ifPresent(language -> fields.put("text", texts.get(key, language)));
        return Typed.in("messages", fields);
    }
}
