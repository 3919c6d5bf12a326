package org.amanet.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain as it is stored, whatever somebody may have made of it. Its hash is SHA-256
 * over the hash before it and every field, each as text in UTF-8 with its length in bytes before
 * it, so that no two different links read alike.
 *
 * @param seq counts from 1 without gaps
 * @param at to the second; the hour for acts of reporters
 * @param by the kind of people who did it
 */
record Link(
        long seq,
        Instant at,
        String act,
        String by,
        @Nullable UUID actor,
        @Nullable UUID report,
        @Nullable UUID subject,
        int version,
        String detail,
        byte[] previous,
        byte[] hash) {

    /** What stands before the first link: 32 zero bytes. */
    static final byte[] BEFORE_THE_FIRST = new byte[32];

    private static final String FORMAT = "amanet audit v1";
    private static final int USUAL_BYTES = 400;

    /** The link that follows this number and hash. */
    static Link after(long seq, byte[] hash, Instant at, Happening what) {
        Link open =
                new Link(
                        seq + 1,
                        at,
                        what.act().name(),
                        what.actor().kind().name(),
                        what.actor().id(),
                        what.report(),
                        what.subject(),
                        what.version(),
                        what.detail(),
                        hash,
                        new byte[0]);
        return open.closed();
    }

    /** The same, with the hash that its fields give. */
    Link closed() {
        return new Link(
                seq, at, act, by, actor, report, subject, version, detail, previous, digest());
    }

    /** Whether the fields still give the hash that was written with them. */
    boolean isIntact() {
        return Digests.constantTimeEquals(hash, digest());
    }

    private byte[] digest() {
        ByteArrayOutputStream fields = new ByteArrayOutputStream(USUAL_BYTES);
        field(fields, FORMAT);
        field(fields, Digests.hex(previous));
        field(fields, Long.toString(seq));
        field(fields, at.toString());
        field(fields, act);
        field(fields, by);
        field(fields, Objects.toString(actor, ""));
        field(fields, Objects.toString(report, ""));
        field(fields, Objects.toString(subject, ""));
        field(fields, Integer.toString(version));
        field(fields, detail);
        return Digests.sha256(fields.toByteArray());
    }

    private static void field(ByteArrayOutputStream fields, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        fields.writeBytes(Integer.toString(text.length).getBytes(StandardCharsets.US_ASCII));
        fields.write(':');
        fields.writeBytes(text);
        fields.write(';');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link link && seq == link.seq && Arrays.equals(hash, link.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "Link " + seq;
    }
}
