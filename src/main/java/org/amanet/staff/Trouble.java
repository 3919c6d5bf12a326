package org.amanet.staff;

import org.amanet.problems.Refusal;

/** What can be wrong with a form of these pages: said on the same page, with all that was typed. */
enum Trouble {
    ALIAS(422),
    DESK(422),
    NOT_THE_SAME(422),
    WEAK(422),
    REFUSED(403),
    MISHEARD(422),
    SIGNATURE(422),
    CONFLICT(409),
    BUSY(503);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    /**
     * The form's trouble behind a refusal.
     *
     * @throws Refusal where it is none of the form's
     */
    static Trouble of(Refusal refusal) {
        return switch (refusal.problem()) {
            case WEAK_PASSPHRASE -> WEAK;
            case VAULT_REFUSED -> REFUSED;
            case NOT_VOUCHED -> SIGNATURE;
            case BUSY -> BUSY;
            default -> throw refusal;
        };
    }

    int status() {
        return status;
    }
}
