package org.amanet.inbox;

import java.util.List;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.ConsentRow;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about what was just asked of it, and what it gives back.
 *
 * @param typed a message that was not sent
 * @param choices choices that were not kept; none where those that hold are shown
 * @param missed what to look at again in the consent matrix
 */
record Outcome(
        Said said, String typed, @Nullable ConsentForm choices, List<ConsentCheck.Missed> missed) {

    static final Outcome NOTHING = of(Said.NOTHING);

    /** In one word. */
    enum Said {
        NOTHING,
        REPLIED,
        REPLY_EMPTY,
        REPLY_TOO_LONG,
        CONSENT_KEPT,
        CONSENT_INCOMPLETE;

        private static final int OK = 200;
        private static final int BAD_REQUEST = 400;

        int status() {
            return switch (this) {
                case NOTHING, REPLIED, CONSENT_KEPT -> OK;
                case REPLY_EMPTY, REPLY_TOO_LONG, CONSENT_INCOMPLETE -> BAD_REQUEST;
            };
        }
    }

    static Outcome of(Said said) {
        return new Outcome(said, "", null, List.of());
    }

    static Outcome tooLong(String typed) {
        return new Outcome(Said.REPLY_TOO_LONG, typed, null, List.of());
    }

    static Outcome incomplete(ConsentForm choices, List<ConsentCheck.Missed> missed) {
        return new Outcome(Said.CONSENT_INCOMPLETE, "", choices, missed);
    }

    /** The fields to look at again. */
    public List<String> fields() {
        return missed.stream().map(ConsentCheck.Missed::field).toList();
    }

    /** What to look at again in one line of the consent matrix. */
    public List<ConsentCheck.Missed> at(ConsentRow row) {
        return missed.stream().filter(one -> one.row().equals(row)).toList();
    }

    /** Whether the message has to be looked at again. */
    public boolean concernsReply() {
        return said == Said.REPLY_EMPTY || said == Said.REPLY_TOO_LONG;
    }

    /** Whether the choices were just kept, or have to be looked at again. */
    public boolean concernsConsent() {
        return said == Said.CONSENT_KEPT || said == Said.CONSENT_INCOMPLETE;
    }
}
