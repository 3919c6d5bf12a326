package org.amanet.reports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that came with a report.
 *
 * @param hour in which it came
 * @param content nothing where it cannot be read
 */
public record Enclosed<T>(UUID id, Instant hour, @Nullable T content) {
    @Override
    public String toString() {
        return "Enclosed " + id;
    }
}
