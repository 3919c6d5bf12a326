package org.amanet.reports;

import java.time.Duration;

/**
 * How soon a person has to look, and again after that. A suggestion by rules; a person may change
 * it with a reason.
 */
public enum Band {
    P0(Duration.ofHours(2)),
    P1(Duration.ofHours(24)),
    P2(Duration.ofDays(3)),
    P3(Duration.ofDays(7)),
    P4(Duration.ofDays(7));

    private final Duration firstAction;

    Band(Duration firstAction) {
        this.firstAction = firstAction;
    }

    /** The time until a person has to act. */
    public Duration firstAction() {
        return firstAction;
    }
}
