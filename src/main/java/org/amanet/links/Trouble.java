package org.amanet.links;

import java.util.Optional;
import org.amanet.problems.Fault;
import org.amanet.problems.Refusal;

/** What can be wrong with a form of these pages: said beside it, with all that was typed. */
enum Trouble {
    EMPTY(422),
    LONG(422),
    FULL(422),
    WRONG(422),
    DATES(422),
    CHANGED(409),
    ANOTHER(403),
    NOT_YOURS(403);

    static final Fault MISSING = new Fault("/text", "missing");
    static final Fault TOO_LONG = new Fault("/text", "wrong-length");

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The trouble behind a refusal, where there is one that can be said in a sentence. */
    static Optional<Trouble> of(Refusal refusal) {
        return Optional.ofNullable(
                switch (refusal.problem()) {
                    case INVALID_REQUEST -> ofField(refusal.faults().getFirst());
                    case PRECONDITION_FAILED, LOST_UPDATE, CONFLICT -> CHANGED;
                    case SELF_APPROVAL -> ANOTHER;
                    case FORBIDDEN -> NOT_YOURS;
                    default -> null;
                });
    }

    private static Trouble ofField(Fault fault) {
        if (fault.equals(MISSING)) {
            return EMPTY;
        }
        if (fault.equals(TOO_LONG)) {
            return LONG;
        }
        return switch (fault.pointer()) {
            case "/value" -> FULL;
            case "/lastSeen", "/firstSeen" -> DATES;
            default -> WRONG;
        };
    }
}
