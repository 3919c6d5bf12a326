package org.amanet.links;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about a match.
 *
 * @param report the asker's
 * @param about the other one, where whoever looks holds it
 * @param aboutReference its short name, where they hold it or were told
 * @param text what was asked, where it is for whoever looks
 * @param answer what was answered, likewise
 */
record LinkQuestionView(
        UUID id,
        UUID report,
        String reference,
        @Nullable UUID about,
        @Nullable String aboutReference,
        String asker,
        Instant hour,
        LinkQuestion.State state,
        @Nullable String text,
        @Nullable String answer) {
    /** The form in which it is answered. */
    public String form() {
        return id + "/answer";
    }

    /** The key of our texts for what became of it. */
    public String stateKey() {
        return "asked_" + state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "LinkQuestionView " + id;
    }
}
