package org.amanet.sealing;

/** Who goes first where many wait for a key. */
public enum Haste {
    /** Somebody is in danger now. */
    URGENT,
    /** Everybody else. */
    USUAL
}
