package org.amanet.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Enclosed;
import org.jspecify.annotations.Nullable;

/**
 * A copy from which something was taken away.
 *
 * @param by whose hand, by their alias
 * @param exhibit whose copy it is; none where it is the account's
 * @param text the copy, where it is the account's
 * @param original SHA-256 of what it was made from
 * @param inForce whether it is the latest of its kind, which exports take
 */
public record RedactionView(
        UUID id,
        String by,
        Instant at,
        @Nullable UUID exhibit,
        @Nullable String text,
        int passages,
        int boxes,
        List<Redaction.Page> pages,
        String original,
        String tool,
        boolean inForce) {

    static RedactionView of(Enclosed<Redaction> part, Redaction known, boolean inForce) {
        return new RedactionView(
                part.id(),
                known.by(),
                known.at(),
                known.exhibit(),
                known.text(),
                known.passages(),
                known.boxes().size(),
                known.pages(),
                known.original(),
                known.tool(),
                inForce);
    }

    @Override
    public String toString() {
        return "RedactionView " + id;
    }
}
