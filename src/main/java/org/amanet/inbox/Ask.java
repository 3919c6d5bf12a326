package org.amanet.inbox;

import java.time.Instant;
import java.util.List;
import org.amanet.reports.Exclusions;
import org.amanet.reports.Question;
import org.amanet.reports.Telling;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox asks, one question at a time.
 *
 * @param question none where all is answered
 * @param title of the question, in words
 * @param options what can be ticked or chosen
 * @param bases how one can know who it was
 * @param people whom one can leave out, by desk
 * @param typed what was typed and did not fit, or nothing
 * @param more whether another question is open
 * @param fresh whether the person wanted to tell it, rather than being asked
 * @param given what was answered later, oldest first
 */
record Ask(
        @Nullable Question question,
        String title,
        List<Option> options,
        List<Option> bases,
        List<Exclusions.People> people,
        Posted typed,
        boolean more,
        boolean fresh,
        List<Given> given) {

    /** What can be told at any time, however often. */
    static final List<Question> TOPICS =
            List.of(
                    Question.HAPPENED,
                    Question.DEADLINE,
                    Question.RELATIVES,
                    Question.EXCLUSIONS,
                    Question.CONTACT);

    /**
     * One thing to choose.
     *
     * @param danger whether help comes before everything else where it is chosen
     */
    record Option(String value, String label, boolean danger) {}

    /** An answer that is there. */
    record Given(String title, List<Telling.Line> lines, Instant hour) {}

    /** Whether several of them may fit. */
    public boolean listed() {
        return question != null && question.list().isPresent() && question != Question.HAPPENED;
    }

    /** Whether one of them is chosen from a list that folds. */
    public boolean folded() {
        return question == Question.WHERE || question == Question.RESIDENCE;
    }
}
