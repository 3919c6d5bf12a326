package org.amanet.sealing;

import java.time.Duration;

/** The waiting line for key derivations is full, or the wait became too long. */
public final class KdfBusy extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    KdfBusy(Duration retryAfter) {
        super("busy", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
