package org.amanet.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain. Its hash is SHA-256 over the hash before it and every field, each field
 * with its length before it, so that no two different entries read alike.
 *
 * @param seq counts from 1 without gaps
 * @param at to the second; the hour for acts of reporters
 */
public record Entry(long seq, Instant at, Happening happening, byte[] previous, byte[] hash) {

    /** What stands before the first entry: 32 zero bytes. */
    static final byte[] BEFORE_THE_FIRST = new byte[32];

    static Entry after(long previousSeq, byte[] previousHash, Instant at, Happening happening) {
        long seq = previousSeq + 1;
        return new Entry(
                seq, at, happening, previousHash, hashOf(seq, at, happening, previousHash));
    }

    /** Whether the fields still give the hash that was written with them. */
    public boolean isIntact() {
        return Digests.constantTimeEquals(hash, hashOf(seq, at, happening, previous));
    }

    private static byte[] hashOf(long seq, Instant at, Happening what, byte[] previous) {
        StringBuilder fields = new StringBuilder();
        field(fields, "amanet audit v1");
        field(fields, Long.toString(seq));
        field(fields, at.toString());
        field(fields, what.act().name());
        field(fields, what.actor().kind().name());
        field(fields, text(what.actor().id()));
        field(fields, text(what.report()));
        field(fields, text(what.subject()));
        field(fields, Integer.toString(what.version()));
        field(fields, what.detail());
        byte[] own = fields.toString().getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(previous, previous.length + own.length);
        System.arraycopy(own, 0, both, previous.length, own.length);
        return Digests.sha256(both);
    }

    private static void field(StringBuilder fields, String value) {
        fields.append(value.length()).append(':').append(value).append(';');
    }

    private static String text(@Nullable UUID id) {
        return Objects.toString(id, "");
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
