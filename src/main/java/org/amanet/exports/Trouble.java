package org.amanet.exports;

import org.amanet.problems.Refusal;

/** What can go wrong on these pages and is said on them, with all that was chosen still there. */
enum Trouble {
    INCOMPLETE(422),
    NOTHING_GOES(422),
    KEY(409),
    STATE(409),
    NO_KEY(422),
    ALIAS(422);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    /**
     * The trouble behind a refusal.
     *
     * @throws Refusal where it is none of these
     */
    static Trouble of(Refusal refusal) {
        return switch (refusal.problem()) {
            case CONSENT_WITHHELD -> NOTHING_GOES;
            case KEY_MISSING -> KEY;
            case CONFLICT, EXPORT_NOT_READY -> STATE;
            default -> throw refusal;
        };
    }

    int status() {
        return status;
    }
}
