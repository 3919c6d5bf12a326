package org.amanet.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.amanet.sealing.Digests;
import org.amanet.sealing.SigningKey;
import org.amanet.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * A signature over the chain up to one link. Whoever rewrites a link under it, or cuts the chain
 * shorter than it, would have to sign as well; that key is not in the database.
 *
 * @param seq of the last link that it covers
 * @param hash of that link
 */
record Checkpoint(long seq, byte[] hash, Instant at, byte[] signature) {

    static Checkpoint over(Head head, Instant at, SigningKey key) {
        byte[] signature = key.sign(statement(head.seq(), head.hash(), at));
        return new Checkpoint(head.seq(), head.hash(), at, signature);
    }

    boolean isSignedBy(VerifyingKey key) {
        return key.verify(statement(seq, hash, at), signature);
    }

    Head head() {
        return new Head(seq, hash);
    }

    private static byte[] statement(long seq, byte[] hash, Instant at) {
        String text =
                String.join(
                        "\n", "amanet checkpoint v1", "" + seq, Digests.hex(hash), at.toString());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checkpoint point && Arrays.equals(signature, point.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "Checkpoint " + seq;
    }
}
