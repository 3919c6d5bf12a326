package org.amanet.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom a report was to be given, for what, and what came of it.
 *
 * @param purpose as whose matter it is handed over, by its code; null where the log does not say
 * @param country of the authority (ISO 3166-1 alpha-2); null where the log does not say
 * @param steps oldest first
 */
record HandOver(@Nullable String purpose, @Nullable String country, List<Step> steps) {

    /**
     * One step.
     *
     * @param reason of a refusal, by its code
     */
    record Step(Openings.Opening done, @Nullable String reason) {}
}
