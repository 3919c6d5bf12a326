package org.amanet.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Whether known harm was looked for in a file. It decides nothing.
 *
 * @param found what was found, by the name that its finder gives it
 */
public record Scan(Outcome outcome, @Nullable String found) {
    static final Scan NONE = new Scan(Outcome.NOT_SCANNED, null);

    /** What came of it. */
    public enum Outcome {
        SCANNED,
        FOUND,
        NOT_SCANNED
    }
}
