package org.amanet.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was taken away from what, by whom. Only whoever opens the report reads it; in a copy of
 * words it holds the copy itself.
 *
 * @param by their alias
 * @param exhibit whose copy it is; none where it is the account's
 * @param text the account without what was taken away
 * @param passages how many there were
 * @param boxes what was made black
 * @param pages the copy's, one image each
 * @param original SHA-256 of what it was made from
 * @param tool what made it, with its version
 */
public record Redaction(
        String by,
        Instant at,
        @Nullable UUID exhibit,
        @Nullable String text,
        int passages,
        List<BlackBox> boxes,
        List<Page> pages,
        String original,
        String tool) {

    /** An image of a blacked-out copy. */
    public record Page(long bytes, String sha256) {}

    @Override
    public String toString() {
        return "Redaction";
    }
}
