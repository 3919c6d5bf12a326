package org.amanet.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of checking a chain.
 *
 * @param entries how many were read
 * @param head the last entry that follows the one before it
 * @param checkpoint the last one that is right
 * @param broken the first thing that is wrong
 */
record Verdict(long entries, Head head, @Nullable Checkpoint checkpoint, @Nullable Broken broken) {

    /** The first entry that is not what it should be, and why. */
    record Broken(long seq, Breach why) {}

    boolean isIntact() {
        return broken == null;
    }
}
