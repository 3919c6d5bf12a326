package org.amanet.audit;

import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/** The last link of a chain, as far as the next one needs it. */
record Head(long seq, byte[] hash) {
    /** Of a chain without links. */
    static final Head NONE = new Head(0, Link.BEFORE_THE_FIRST);

    static Head of(Link link) {
        return new Head(link.seq(), link.hash());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Head head
                && seq == head.seq
                && Digests.constantTimeEquals(hash, head.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }

    @Override
    public String toString() {
        return "Head " + seq;
    }
}
