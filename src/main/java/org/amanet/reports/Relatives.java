package org.amanet.reports;

import java.time.Instant;
import java.util.List;

/**
 * What the reporter told of family in the country of origin: they are the hostages.
 *
 * @param relatives what came with the report; empty where nothing did
 * @param later what was added to it with the receipt, oldest first
 */
public record Relatives(String relatives, List<Later> later) {

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
