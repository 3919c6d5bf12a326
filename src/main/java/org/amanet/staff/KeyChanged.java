package org.amanet.staff;

import java.util.UUID;

/** A member has another key now, and somebody stands for it. */
public record KeyChanged(UUID member, Reason reason) {
    /** Why: what the old key opened is still there for its owner, or is not. */
    public enum Reason {
        /** The passphrase is lost, and with it the old key. */
        FORGOTTEN,
        /** The old key opens what it opened until all of it is sealed anew. */
        ROTATED
    }
}
