package org.amanet.desk;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.amanet.problems.Fault;
import org.amanet.problems.Refusal;

/** What can be wrong with a form of a case: said beside it, with all that was typed. */
enum Trouble {
    EMPTY(422),
    LONG(422),
    CHANGED(409),
    STEP(409),
    EXCLUDED(409),
    UNCHECKED(409),
    LAST(409),
    NOT_WANTED(422),
    NOT_YOURS(403),
    NOT_VOUCHED(403),
    SOURCE(422),
    RELATIVE(422),
    UNKNOWN(422),
    TWICE(409),
    REVIEWER(403),
    GAP(422);

    /** A field of words with none in it. */
    static final Fault MISSING = new Fault("/text", "missing");

    /** A field of words with more than is taken. */
    static final Fault TOO_LONG = new Fault("/text", "wrong-length");

    /** What can be wrong with a paper, by the reason that is given. */
    private static final Map<String, Trouble> PAPERS =
            Map.of(
                    "missing",
                    SOURCE,
                    "relative-named",
                    RELATIVE,
                    "unknown",
                    UNKNOWN,
                    "unfilled",
                    GAP);

    /** Words with something left to be filled in. */
    static final Fault UNFILLED = new Fault("/text", "unfilled");

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /**
     * The form's trouble behind a refusal.
     *
     * @throws Refusal where it is none of the form's
     */
    static Trouble of(Refusal refusal) {
        return known(refusal).orElseThrow(() -> refusal);
    }

    /** The trouble behind a refusal, where there is one that can be said in a sentence. */
    static Optional<Trouble> known(Refusal refusal) {
        return Optional.ofNullable(
                switch (refusal.problem()) {
                    case INVALID_REQUEST -> ofFields(refusal);
                    case PRECONDITION_FAILED, LOST_UPDATE -> CHANGED;
                    case ILLEGAL_TRANSITION -> STEP;
                    case MEMBER_EXCLUDED -> EXCLUDED;
                    case EXCLUSION_UNCHECKED -> UNCHECKED;
                    case LAST_HOLDER -> LAST;
                    case CONSENT_MISSING -> NOT_WANTED;
                    case FORBIDDEN -> NOT_YOURS;
                    case NOT_VOUCHED -> NOT_VOUCHED;
                    case CONFLICT -> TWICE;
                    case SELF_APPROVAL -> REVIEWER;
                    default -> null;
                });
    }

    private static Trouble ofFields(Refusal refusal) {
        if (refusal.faults().contains(MISSING)) {
            return EMPTY;
        }
        if (refusal.faults().contains(TOO_LONG)) {
            return LONG;
        }
        return refusal.faults().stream()
                .flatMap(fault -> Stream.ofNullable(PAPERS.get(fault.reason())))
                .findFirst()
                .orElse(CHANGED);
    }
}
