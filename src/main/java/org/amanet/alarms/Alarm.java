package org.amanet.alarms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed for each lead who is told.
 *
 * @param member whom it is about, where it is about one of us
 * @param report none also where the lead who reads this cannot open it
 * @param codes particulars, in codes
 * @param words why, where a lead gave a reason
 */
record Alarm(
        AlarmKind kind,
        Instant at,
        @Nullable UUID member,
        @Nullable Subject report,
        String codes,
        @Nullable String words) {

    /** A report, by the name that people use. */
    record Subject(UUID id, String reference) {}

    static Alarm of(AlarmKind kind, Instant at, @Nullable UUID member, String codes) {
        return new Alarm(kind, at, member, null, codes, null);
    }

    Alarm about(@Nullable Subject subject) {
        return new Alarm(kind, at, member, subject, codes, words);
    }

    Alarm saying(String reason) {
        return new Alarm(kind, at, member, report, codes, reason);
    }

    @JsonIgnore
    boolean isAlarm() {
        return kind.isAlarm();
    }

    @Override
    public String toString() {
        return "Alarm " + kind;
    }
}
