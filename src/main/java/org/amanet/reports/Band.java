package org.amanet.reports;

import java.time.Duration;

/**
 * How soon a person has to look, and again after that. A suggestion by rules; a person may change
 * it with a reason.
 */
public enum Band {
    P0(Duration.ofHours(2), Duration.ofHours(12)),
    P1(Duration.ofHours(24), Duration.ofDays(3)),
    P2(Duration.ofDays(3), Duration.ofDays(14)),
    P3(Duration.ofDays(5), Duration.ofDays(30)),
    P4(Duration.ofDays(5), Duration.ofDays(90));

    private final Duration firstAction;
    private final Duration nextReview;

    Band(Duration firstAction, Duration nextReview) {
        this.firstAction = firstAction;
        this.nextReview = nextReview;
    }

    /** Whether days are those on which the desk works; five of them are a week. */
    public boolean countsWorkingDays() {
        return compareTo(P1) > 0;
    }

    /** The time until a person has to act. */
    public Duration firstAction() {
        return firstAction;
    }

    /** The time after something was done until a person has to look again. */
    public Duration nextReview() {
        return nextReview;
    }
}
