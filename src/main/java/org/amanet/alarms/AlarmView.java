package org.amanet.alarms;

import java.time.Instant;
import java.util.UUID;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as a lead reads it.
 *
 * @param member by the name they chose
 * @param reference of the report, where this lead can open it
 * @param codes particulars: how many, which act
 * @param waiting whether nobody has answered it
 */
record AlarmView(
        UUID id,
        AlarmKind kind,
        Instant at,
        @Nullable String member,
        @Nullable UUID report,
        @Nullable String reference,
        String codes,
        boolean waiting,
        @Nullable String reason,
        @Nullable AlarmAnswer answer) {

    static AlarmView of(UUID id, boolean waiting, Alarm alarm, @Nullable AlarmAnswer answer) {
        UUID member = alarm.member();
        Alarm.Subject report = alarm.report();
        return new AlarmView(
                id,
                alarm.kind(),
                alarm.at(),
                member == null ? null : Member.byId(member).map(one -> one.alias).orElse(""),
                report == null ? null : report.id(),
                report == null ? null : report.reference(),
                alarm.codes(),
                waiting,
                alarm.words(),
                answer);
    }

    /** Whether a lead can let somebody go on. */
    public boolean releasable() {
        return kind == AlarmKind.READ_STOPPED && waiting;
    }

    @Override
    public String toString() {
        return "AlarmView " + id;
    }
}
