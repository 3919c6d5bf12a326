package org.amanet.audit;

import org.amanet.sealing.Digests;
import org.amanet.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks a chain while it streams by and remembers the first thing that is wrong. Needs no
 * database, and the memory of one entry.
 */
final class ChainVerifier implements LogReader {
    private final VerifyingKey key;
    private Head head;
    private Head known = Head.NONE;
    private long entries;
    private @Nullable Checkpoint last;
    private @Nullable Checkpoint ahead;
    private Verdict.@Nullable Broken broken;

    /** From the first entry. */
    ChainVerifier(VerifyingKey key) {
        this.key = key;
        this.head = Head.NONE;
    }

    /** From the entry after a checkpoint, which is checked too. */
    ChainVerifier(VerifyingKey key, Checkpoint from) {
        this.key = key;
        this.head = from.head();
        checkpoint(from);
    }

    @Override
    public void link(Link link) {
        entries++;
        long expected = head.seq() + 1;
        if (link.seq() > expected) {
            breaks(expected, Breach.MISSING);
        } else if (link.seq() < expected) {
            breaks(link.seq(), Breach.OUT_OF_ORDER);
        } else if (!link.isIntact()) {
            breaks(expected, Breach.EDITED);
        } else if (!Digests.constantTimeEquals(link.previous(), head.hash())) {
            breaks(expected, Breach.NOT_FOLLOWING);
        }
        if (broken == null) {
            head = Head.of(link);
            if (ahead != null && ahead.seq() == head.seq()) {
                settle(ahead);
            }
            if (known.seq() == head.seq() && !known.equals(head)) {
                breaks(head.seq(), Breach.NOT_AS_KNOWN);
            }
        }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        if (!checkpoint.isSignedBy(key)) {
            breaks(checkpoint.seq(), Breach.CHECKPOINT_FORGED);
        } else if (checkpoint.seq() <= head.seq()) {
            settle(checkpoint);
        } else if (ahead == null) {
            ahead = checkpoint;
        }
    }

    private void settle(Checkpoint checkpoint) {
        if (!checkpoint.head().equals(head)) {
            breaks(checkpoint.seq(), Breach.NOT_AS_SIGNED);
        }
        if (broken == null) {
            last = checkpoint;
        }
        ahead = null;
    }

    /** Says that the next entry is there and cannot be read. */
    void unreadable() {
        entries++;
        breaks(head.seq() + 1, Breach.UNREADABLE);
    }

    /** From here on the chain must come by this head, which somebody remembers. */
    void expect(Head remembered) {
        known = remembered;
    }

    private void breaks(long seq, Breach why) {
        if (broken == null) {
            broken = new Verdict.Broken(seq, why);
        }
    }

    Verdict verdict() {
        if (ahead != null) {
            breaks(head.seq() + 1, Breach.CUT_OFF);
        }
        if (known.seq() > head.seq()) {
            breaks(head.seq() + 1, Breach.NOT_AS_KNOWN);
        }
        return new Verdict(entries, head, last, broken);
    }
}
