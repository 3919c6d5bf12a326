package org.amanet.alarms;

import java.time.Instant;

/** What a lead wrote to an alarm: that it was looked at, and what came of it. */
record AlarmAnswer(String alias, Instant at, String text) {
    @Override
    public String toString() {
        return "AlarmAnswer";
    }
}
