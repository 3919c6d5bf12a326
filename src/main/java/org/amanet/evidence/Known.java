package org.amanet.evidence;

import java.time.Instant;
import java.util.UUID;
import org.amanet.reports.Enclosed;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a report.
 *
 * @param hour in which it was there whole
 * @param content what is known of it; nothing where that cannot be read
 */
public record Known(UUID id, Instant hour, @Nullable Particulars content) {
    static Known of(Enclosed<Particulars> enclosed) {
        return new Known(enclosed.id(), enclosed.hour(), enclosed.content());
    }

    @Override
    public String toString() {
        return "Known " + id;
    }
}
