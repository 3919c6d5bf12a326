package org.amanet.links;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pattern from near: its reports and what they share.
 *
 * @param selectors the one that makes the pattern first, then what else these reports share
 */
record PatternDetail(UUID id, List<Node> reports, List<Shared> selectors) {

    /**
     * A report of the pattern, the earliest first.
     *
     * @param report none where whoever looks does not hold it, as is its short name
     */
    record Node(
            @Nullable UUID report,
            @Nullable String reference,
            @Nullable String country,
            Instant receivedHour) {}

    /**
     * A selector that more than one of them carries.
     *
     * @param type none where it is in none of the reports that were opened to look, as is its value
     * @param carriers places of the reports in the list
     */
    record Shared(@Nullable String type, @Nullable String value, List<Integer> carriers) {
        /** As it is shown: nobody shall tap on an address by mistake. */
        public String shown() {
            if (value == null || type == null) {
                return "";
            }
            return Normaliser.isDefanged(type) ? Written.defanged(value) : value;
        }

        /** The numbers of the reports that carry it, as they stand in the pictures. */
        public String numbers() {
            return carriers.stream()
                    .map(place -> String.valueOf(place + 1))
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return "Shared by " + carriers.size();
        }
    }

    @Override
    public String toString() {
        return "PatternDetail " + id;
    }
}
