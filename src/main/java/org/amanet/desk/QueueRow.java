package org.amanet.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Band;
import org.amanet.reports.Queue;
import org.amanet.reports.Report;
import org.amanet.reports.SizeClass;
import org.amanet.reports.Stage;
import org.amanet.reports.Status;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue: enough to decide what to open first, and nothing of what was told.
 *
 * @param stage how far the time until then has run
 * @param rules why it is in its band
 * @param readHere whether somebody at the desk of whoever asks reads the language
 * @param country null where it was not given
 * @param assignee the name of whoever has it
 * @param mine whether whoever asks has it
 */
record QueueRow(
        UUID id,
        String reference,
        Band band,
        List<String> rules,
        Instant dueAt,
        Stage stage,
        String language,
        boolean readHere,
        @Nullable String country,
        SizeClass size,
        boolean unread,
        @Nullable String assignee,
        boolean mine,
        Status status,
        Instant touchedHour) {

    static QueueRow of(Queue.Row row, Member asking, boolean readHere) {
        Report report = row.report();
        return new QueueRow(
                report.id,
                report.reference,
                report.band,
                row.rules(),
                report.dueAt,
                report.stage == null ? Stage.EARLY : report.stage,
                report.language,
                readHere,
                report.country,
                report.sizeClass,
                report.unread,
                row.assignee(),
                asking.id.equals(report.assignee),
                report.status,
                report.touchedHour);
    }
}
