package org.amanet.inbox;

import java.time.Instant;
import java.util.List;
import org.amanet.evidence.Known;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.ConsentRow;
import org.amanet.reports.Message;

/**
 * What a page shows of an inbox.
 *
 * @param openings who opened it
 * @param handOvers to whom it was to be given and what came of it
 * @param answers whether the reporter wants to be answered
 * @param consent the choices that hold
 */
record Shown(
        String status,
        List<Message> messages,
        List<Line> openings,
        List<Given> handOvers,
        boolean answers,
        ConsentForm consent,
        List<Known> files) {

    /** One line: what was done, in words, and in which hour. */
    record Line(String words, Instant hour) {}

    /** To whom, in words, and each step. */
    record Given(String recipient, List<Line> steps) {
        static Given of(HandOver handOver, Words words) {
            return new Given(
                    words.recipient(handOver),
                    handOver.steps().stream()
                            .map(step -> new Line(words.of(step), step.done().hour()))
                            .toList());
        }
    }

    static Shown of(Inbox.View view, Words words) {
        return new Shown(
                words.of(view.status()),
                view.messages(),
                view.openings().stream()
                        .filter(one -> !one.isHandingOver())
                        .map(one -> new Line(words.of(one), one.hour()))
                        .toList(),
                view.handOvers().stream().map(one -> Given.of(one, words)).toList(),
                view.consent().getOrDefault(Consent.Scope.C1, Choice.NO).granted(),
                ConsentForm.of(view.consent()),
                view.files());
    }

    /** The choices that may be changed here: all but the one that ends by withdrawal. */
    public List<ConsentRow> rows() {
        return ConsentRow.ALL.stream().filter(row -> !row.required()).toList();
    }
}
