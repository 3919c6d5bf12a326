package org.amanet.inbox;

import java.time.Instant;
import java.util.List;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.ConsentRow;
import org.amanet.reports.Message;

/**
 * What a page shows of an inbox.
 *
 * @param answers whether the reporter wants to be answered
 * @param consent the choices that hold
 */
record Shown(
        String status,
        List<Message> messages,
        List<Line> openings,
        boolean answers,
        ConsentForm consent) {

    /** One line: what was done, in words, and in which hour. */
    record Line(String words, Instant hour) {}

    static Shown of(Inbox.View view, Words words) {
        return new Shown(
                words.of(view.status()),
                view.messages(),
                view.openings().stream().map(one -> new Line(words.of(one), one.hour())).toList(),
                view.consent().getOrDefault(Consent.Scope.C1, Consent.Decision.NO).granted(),
                ConsentForm.of(view.consent()));
    }

    /** The choices that may be changed here: all but the one that ends by withdrawal. */
    public List<ConsentRow> rows() {
        return ConsentRow.ALL.stream().filter(row -> !row.required()).toList();
    }
}
