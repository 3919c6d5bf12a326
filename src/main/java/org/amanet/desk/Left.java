package org.amanet.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * The time until a deadline, as people say it: hours for two days, then days.
 *
 * @param late whether the deadline is over, for as long as that
 */
record Left(boolean late, boolean inDays, long count) {
    private static final Duration IN_HOURS_UP_TO = Duration.ofDays(2);

    static Left until(Instant deadline, Instant now) {
        Duration left = Duration.between(now, deadline);
        Duration length = left.abs();
        boolean inDays = length.compareTo(IN_HOURS_UP_TO) > 0;
        return new Left(left.isNegative(), inDays, inDays ? length.toDays() : length.toHours());
    }
}
