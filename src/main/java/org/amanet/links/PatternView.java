package org.amanet.links;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reports that share what an actor uses: how many, and what is in clear of them.
 *
 * @param id of a selector of a report that whoever looks holds; none where they hold none of them
 * @param held how many of the reports whoever looks holds
 * @param countries those that are given, by code
 */
record PatternView(
        @Nullable UUID id,
        long reports,
        long held,
        List<String> countries,
        Instant from,
        Instant until) {}
