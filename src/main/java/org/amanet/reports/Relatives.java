package org.amanet.reports;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What the reporter told of family in the country of origin: they are the hostages.
 *
 * @param relatives what came with the report; empty where nothing did
 * @param later what was added to it with the receipt, oldest first
 */
public record Relatives(String relatives, List<Later> later) {

    static Relatives of(List<Part> parts, Function<Part, String> opened) {
        return new Relatives(
                parts.stream()
                        .filter(part -> part.kind == PartKind.RELATIVES)
                        .findFirst()
                        .map(opened)
                        .orElse(""),
                parts.stream()
                        .filter(part -> part.kind == PartKind.RELATIVES_LATER)
                        .map(part -> new Later(part.hour, opened.apply(part)))
                        .toList());
    }

    /**
     * Something that was added.
     *
     * @param hour cut to the hour
     */
    public record Later(Instant hour, String text) {
        @Override
        public String toString() {
            return "Later";
        }
    }

    @Override
    public String toString() {
        return "Relatives";
    }
}
