package org.amanet.inbox;

import java.util.List;
import org.amanet.reports.Answer;
import org.amanet.reports.Band;
import org.amanet.reports.BandRules;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.ConsentRow;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about what was just asked of it, and what it gives back.
 *
 * @param typed a message that was not sent
 * @param choices choices that were not kept; none where those that hold are shown
 * @param missed what to look at again in the consent matrix
 * @param soon how soon a person has to look because of news; none where there were none
 */
record Outcome(
        Said said,
        String typed,
        @Nullable ConsentForm choices,
        List<ConsentCheck.Missed> missed,
        @Nullable Band soon) {

    static final Outcome NOTHING = of(Said.NOTHING);

    /** In one word. */
    enum Said {
        NOTHING,
        REPLIED,
        REPLY_EMPTY,
        REPLY_TOO_LONG,
        ANSWERED,
        LEFT_OUT,
        ANSWER_EMPTY,
        ANSWER_WRONG,
        ANSWER_NOBODY,
        TELLS,
        OTHER_ASKED,
        CONSENT_KEPT,
        CONSENT_INCOMPLETE;

        private static final int OK = 200;
        private static final int BAD_REQUEST = 400;

        int status() {
            return switch (this) {
                case NOTHING, REPLIED, ANSWERED, LEFT_OUT, TELLS, OTHER_ASKED, CONSENT_KEPT -> OK;
                case REPLY_EMPTY,
                        REPLY_TOO_LONG,
                        ANSWER_EMPTY,
                        ANSWER_WRONG,
                        ANSWER_NOBODY,
                        CONSENT_INCOMPLETE ->
                        BAD_REQUEST;
            };
        }
    }

    static Outcome of(Said said) {
        return new Outcome(said, "", null, List.of(), null);
    }

    /** It was added; of news it is said how soon a person has to look. */
    static Outcome answered(Answer answer) {
        return switch (answer.question()) {
            case HAPPENED, DEADLINE ->
                    new Outcome(Said.ANSWERED, "", null, List.of(), BandRules.of(answer));
            case EXCLUSIONS -> of(Said.LEFT_OUT);
            default -> of(Said.ANSWERED);
        };
    }

    static Outcome tooLong(String typed) {
        return new Outcome(Said.REPLY_TOO_LONG, typed, null, List.of(), null);
    }

    static Outcome incomplete(ConsentForm choices, List<ConsentCheck.Missed> missed) {
        return new Outcome(Said.CONSENT_INCOMPLETE, "", choices, missed, null);
    }

    /** The fields to look at again. */
    public List<String> fields() {
        return missed.stream().map(ConsentCheck.Missed::field).toList();
    }

    /** What to look at again in one line of the consent matrix. */
    public List<ConsentCheck.Missed> at(ConsentRow row) {
        return missed.stream().filter(one -> one.row().equals(row)).toList();
    }

    /** Whether help comes before everything else. */
    public boolean danger() {
        return soon == Band.P0;
    }

    /** Whether a person looks at the news as soon as this band asks for. */
    public boolean isSoon(String band) {
        return soon == Band.valueOf(band);
    }

    /** Whether the message has to be looked at again. */
    public boolean concernsReply() {
        return said == Said.REPLY_EMPTY || said == Said.REPLY_TOO_LONG;
    }

    /** Whether an answer has to be looked at again. */
    public boolean concernsAnswer() {
        return said == Said.ANSWER_EMPTY || said == Said.ANSWER_WRONG || said == Said.ANSWER_NOBODY;
    }

    /** Whether the choices were just kept, or have to be looked at again. */
    public boolean concernsConsent() {
        return said == Said.CONSENT_KEPT || said == Said.CONSENT_INCOMPLETE;
    }
}
