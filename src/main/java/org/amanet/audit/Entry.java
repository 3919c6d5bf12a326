package org.amanet.audit;

import java.time.Instant;
import java.util.Arrays;
import org.amanet.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * What the log says happened, in our own words.
 *
 * @param seq its place in the chain
 * @param at to the second; the hour for acts of reporters
 * @param hash of its link
 */
public record Entry(long seq, Instant at, Happening happening, byte[] hash) {

    /**
     * What a link says.
     *
     * @throws SealBroken when somebody edited it
     */
    static Entry of(Link link) {
        if (!link.isIntact()) {
            throw new SealBroken();
        }
        Actor actor = new Actor(Actor.Kind.valueOf(link.by()), link.actor());
        Happening happening =
                new Happening(
                        Act.valueOf(link.act()),
                        actor,
                        link.report(),
                        link.subject(),
                        link.version(),
                        link.detail());
        return new Entry(link.seq(), link.at(), happening, link.hash());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entry entry && Arrays.equals(hash, entry.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "Entry " + seq;
    }
}
