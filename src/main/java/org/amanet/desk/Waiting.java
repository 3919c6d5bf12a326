package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.amanet.http.Slice;
import org.amanet.notices.Notices;
import org.amanet.reports.Queue;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;

/** The queue of whoever asks, one page at a time. */
@ApplicationScoped
class Waiting {
    private final CurrentMember current;
    private final Queue queue;
    private final Notices notices;
    private final Desks desks;

    Waiting(CurrentMember current, Queue queue, Notices notices, Desks desks) {
        this.current = current;
        this.queue = queue;
        this.notices = notices;
        this.desks = desks;
    }

    Slice<QueueRow> page(QueueQuery query) {
        Member member = current.member();
        Queue.Filter filter = query.filter(member);
        int limit = query.rows();
        List<Queue.Row> rows =
                queue.waiting(member, current.vault(), filter, query.place(), limit + 1);
        notices.lookedIn(member.id);
        return Slice.of(rows, limit, row -> QueueQuery.after(row.place()))
                .map(row -> QueueRow.of(row, member, isRead(row.report().language, member)));
    }

    private boolean isRead(String language, Member member) {
        return Optional.ofNullable(member.desk)
                .flatMap(desks::named)
                .map(desk -> desk.reads(language))
                .orElse(true);
    }
}
