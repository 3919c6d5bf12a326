package org.amanet.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the conversation under the receipt.
 *
 * @param alias the caseworker's chosen name; none for the reporter
 * @param hour cut to the hour on both sides
 */
public record Message(Author author, @Nullable String alias, Instant hour, String text) {

    /** Who speaks. */
    public enum Author {
        REPORTER,
        DESK
    }

    @Override
    public String toString() {
        return "Message of " + author;
    }
}
