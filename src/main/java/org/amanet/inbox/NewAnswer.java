package org.amanet.inbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Answer;
import org.amanet.reports.Deadlines;
import org.amanet.reports.Question;
import org.amanet.reports.SafeContact;
import org.amanet.reports.Suspect;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent.
 *
 * @param codes what was ticked; for the time one of TODAY, WEEK, ABOUT and ONGOING, for the place a
 *     country (ISO 3166-1 alpha-2), for the residence one of its names for what happened, codes of
 *     the list URG; for a new deadline one of {@link Deadlines#ABOUT}
 * @param words in the reporter's own words: for the time, for family, for whom to leave out, for
 *     what happened and for a new deadline
 * @param suspect for the question who it was only
 * @param contact for the question how to be reached only
 * @param date for a new deadline only, where the day is known
 * @param exclude for the question who must not see it only: members whom a desk names
 */
record NewAnswer(
        @NotNull Question question,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "[A-Z0-9_.]+") String> codes,
        @Nullable @Size(max = WORDS_MAX_CHARACTERS) String words,
        @Nullable @Valid Suspect suspect,
        @Nullable @Valid SafeContact contact,
        @Nullable LocalDate date,
        @Size(max = CODES_MAX) List<@NotNull UUID> exclude) {

    private static final int CODES_MAX = 50;
    private static final int WORDS_MAX_CHARACTERS = 5_000;

    /** For the time: a few words. */
    private static final int WHEN_MAX_CHARACTERS = 200;

    /** Lists that were left out are empty, and words that say nothing are none. */
    NewAnswer {
        codes = codes == null ? List.of() : codes;
        exclude = exclude == null ? List.of() : exclude;
        words = words == null || words.isBlank() ? null : words;
    }

    /** The same as it is sealed. */
    Answer at(Instant hour) {
        return new Answer(question, codes, words, suspect, contact, date, List.of(), hour);
    }

    boolean isTooLong() {
        return question == Question.WHEN && words != null && words.length() > WHEN_MAX_CHARACTERS;
    }

    boolean saysNothing() {
        return codes.isEmpty()
                && words == null
                && suspect == null
                && date == null
                && exclude.isEmpty()
                && (contact == null || contact.saysNothing());
    }

    @Override
    public String toString() {
        return "NewAnswer";
    }
}
