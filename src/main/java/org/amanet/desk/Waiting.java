package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.amanet.http.Slice;
import org.amanet.reports.Queue;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;

/** The queue of whoever asks, one page at a time. */
@ApplicationScoped
class Waiting {
    private final CurrentMember current;
    private final Queue queue;

    Waiting(CurrentMember current, Queue queue) {
        this.current = current;
        this.queue = queue;
    }

    Slice<QueueRow> page(QueueQuery query) {
        Member member = current.member();
        Queue.Filter filter = query.filter(member);
        int limit = query.rows();
        List<Queue.Row> rows =
                queue.waiting(member, current.vault(), filter, query.place(), limit + 1);
        return Slice.of(rows, limit, row -> QueueQuery.after(row.place()))
                .map(row -> QueueRow.of(row, member));
    }
}
