package org.amanet.reports;

/** What a ceremony is for. */
public enum CeremonyKind {
    /** The subject's own grants, to the subject's new key. */
    ROTATION,
    /** What the subject lost with a passphrase, from colleagues who hold it too. */
    RESTORATION,
    /** What the subject holds, to a successor or to the desk's leads. */
    DEPARTURE,
    /** What nobody can open any more, by the recovery key, to the subject. */
    RECOVERY,
    /** The same with one report, to see that it can be done. */
    DRILL,
    /** Every report's grant of the recovery key, to another recovery key. */
    RECOVERY_KEY;

    /** Whether the recovery key does it, on a machine that is offline. */
    boolean isOffline() {
        return this == RECOVERY || this == DRILL;
    }
}
