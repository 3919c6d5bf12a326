package org.amanet.sealing;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongUnaryOperator;

/**
 * A part sealed with its place and padded: the place, the content, the padding, all inside one age
 * file.
 */
public final class SealedPart {
    private SealedPart() {}

    /** Seals a part that fits into memory. */
    public static byte[] seal(Place place, byte[] content, Collection<Recipient> recipients) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = sealing(place, sealed, recipients)) {
            out.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return sealed.toByteArray();
    }

    /**
     * Opens a part that fits into memory.
     *
     * @throws SealBroken when it cannot be opened, or belongs to another place
     */
    public static byte[] open(Place expected, byte[] sealed, Identity identity) {
        byte[] inside = AgeFile.open(sealed, identity);
        byte[] place = expected.bytes();
        try {
            boolean here =
                    inside.length >= place.length
                            && Digests.constantTimeEquals(
                                    place, Arrays.copyOf(inside, place.length));
            if (!here) {
                throw new SealBroken();
            }
            return Padding.strip(inside, place.length);
        } finally {
            Digests.wipe(inside);
        }
    }

    /** A stream that seals what is written to it; whole only once it is closed. */
    public static OutputStream sealing(
            Place place, OutputStream below, Collection<Recipient> recipients) throws IOException {
        return sealing(place, below, recipients, Padding::paddedSize);
    }

    /** The same, padded to another size. */
    static OutputStream sealing(
            Place place,
            OutputStream below,
            Collection<Recipient> recipients,
            LongUnaryOperator paddedSize)
            throws IOException {
        OutputStream sealed = AgeFile.sealing(below, recipients);
        sealed.write(place.bytes());
        return new Padded(sealed, place.bytes().length, paddedSize);
    }

    /**
     * A stream of a part's content; see {@link AgeFile#opening} on when it may be trusted.
     *
     * @throws SealBroken here or while reading, when it cannot be opened, or belongs to another
     *     place
     * @throws IOException when the stream below fails, which says nothing about the seal
     */
    public static InputStream opening(Place expected, InputStream sealed, Identity identity)
            throws IOException {
        InputStream inside = AgeFile.opening(sealed, identity);
        byte[] place = expected.bytes();
        if (!Digests.constantTimeEquals(place, inside.readNBytes(place.length))) {
            inside.close();
            throw new SealBroken();
        }
        return new UnpaddedStream(inside);
    }

    /** Counts what goes through and pads it when it ends. */
    private static final class Padded extends FilterOutputStream {
        private final LongUnaryOperator paddedSize;
        private long count;
        private boolean closed;

        Padded(OutputStream below, long already, LongUnaryOperator paddedSize) {
            super(below);
            this.count = already;
            this.paddedSize = paddedSize;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                Padding.writeUpTo(paddedSize.applyAsLong(count), count, out);
                out.close();
            }
        }
    }
}
