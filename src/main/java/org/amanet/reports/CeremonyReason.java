package org.amanet.reports;

/** Why the recovery key is wanted: a code, for the log takes no words. */
public enum CeremonyReason {
    NONE,
    FORGOTTEN,
    LEFT,
    EXERCISE
}
