package org.amanet.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Band;
import org.amanet.reports.Report;
import org.amanet.reports.Status;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands now: what every change to it answers.
 *
 * @param next what the status may become
 * @param mine whether whoever asks has it
 * @param twoPeople whether nobody opens it alone
 * @param version to be sent as entity tag with the next change
 */
record Standing(
        UUID id,
        String reference,
        Band band,
        Instant dueAt,
        Status status,
        List<Status> next,
        @Nullable Colleague assignee,
        boolean mine,
        boolean unread,
        Instant touchedHour,
        boolean twoPeople,
        @JsonIgnore long version) {

    static Standing of(Report row, Member asking) {
        return new Standing(
                row.id,
                row.reference,
                row.band,
                row.dueAt,
                row.status,
                row.status.next().stream().sorted().toList(),
                row.assignee == null ? null : Colleague.of(row.assignee),
                asking.id.equals(row.assignee),
                row.unread,
                row.touchedHour,
                row.twoPeople,
                row.version);
    }

    /** A colleague, by the name they chose. */
    record Colleague(UUID id, String alias) {
        static Colleague of(UUID id) {
            return new Colleague(id, Member.byId(id).map(member -> member.alias).orElse(""));
        }
    }
}
