package org.amanet.reports;

import java.time.Instant;

/** What staff write for staff. Added, never changed. */
public record Note(String alias, Instant at, String text) {
    @Override
    public String toString() {
        return "Note";
    }
}
