package org.amanet.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given later, with the receipt. It stands beside the first account and never
 * changes it.
 *
 * @param codes of the question's list; for the time, the place and the residence, what was chosen
 * @param words in the reporter's own words, where the question takes some; of relatives they lie
 *     under the second lock and not here
 * @param date of a new deadline, where the day is known
 * @param leftOut who must not see the report from now on
 * @param hour cut to the hour
 */
public record Answer(
        Question question,
        List<String> codes,
        @Nullable String words,
        @Nullable Suspect suspect,
        @Nullable SafeContact contact,
        @Nullable LocalDate date,
        List<LeftOut> leftOut,
        Instant hour) {
    /** What was left out, or could not be said when it was sealed, is nothing. */
    public Answer {
        codes = codes == null ? List.of() : codes;
        leftOut = leftOut == null ? List.of() : leftOut;
    }

    /**
     * A member whom the reporter left out.
     *
     * @param alias the name under which they were shown
     */
    public record LeftOut(UUID member, String alias) {
        @Override
        public String toString() {
            return "LeftOut " + member;
        }
    }

    Answer leavingOut(List<LeftOut> members) {
        return new Answer(question, codes, words, suspect, contact, date, members, hour);
    }

    /** The same without what was said in the reporter's own words. */
    Answer withoutWords() {
        return new Answer(question, codes, null, suspect, contact, date, leftOut, hour);
    }

    @Override
    public String toString() {
        return "Answer to " + question;
    }
}
