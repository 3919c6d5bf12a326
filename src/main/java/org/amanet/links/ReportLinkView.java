package org.amanet.links;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link as those see it who hold one of its sides.
 *
 * @param report the other side
 * @param held whether whoever looks holds that too
 * @param hour of its last step
 * @param note why it was proposed, where that was said to whoever looks
 * @param reason why it was undone, likewise
 * @param confirmable whether whoever looks may confirm it
 */
record ReportLinkView(
        UUID id,
        UUID report,
        String reference,
        boolean held,
        ReportLink.State state,
        String proposer,
        @Nullable String decider,
        Instant hour,
        @Nullable String note,
        @Nullable String reason,
        boolean confirmable) {
    /** One of its forms. */
    public String form(String which) {
        return id + "/" + which;
    }

    @Override
    public String toString() {
        return "ReportLinkView " + id;
    }
}
