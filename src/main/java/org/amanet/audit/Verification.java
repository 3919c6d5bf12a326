package org.amanet.audit;

import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Whether the log is whole.
 *
 * @param entries how many there are
 * @param head the last entry up to which all is well: noted down, it is an anchor that nobody can
 *     cut away
 * @param broken the first entry that is not what it should be; absent where the log is intact
 * @param checkpoint the last signature that is right
 */
public record Verification(
        boolean intact,
        long entries,
        End head,
        @Nullable Broken broken,
        @Nullable CheckpointView checkpoint) {

    /** An entry and its hash (hexadecimal). */
    public record End(long seq, String hash) {}

    /** An entry, and what is wrong with it. */
    public record Broken(long seq, Breach why) {}

    static Verification of(Verdict verdict) {
        Checkpoint last = verdict.checkpoint();
        Verdict.Broken broken = verdict.broken();
        return new Verification(
                verdict.isIntact(),
                verdict.entries(),
                new End(verdict.head().seq(), Digests.hex(verdict.head().hash())),
                broken == null ? null : new Broken(broken.seq(), broken.why()),
                last == null ? null : CheckpointView.of(last));
    }
}
