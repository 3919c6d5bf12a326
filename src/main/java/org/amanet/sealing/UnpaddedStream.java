package org.amanet.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Takes the padding off while reading: a mark and the zeros after it are held back, by number and
 * not by content, until it is known whether more follows them.
 */
final class UnpaddedStream extends InputStream {
    private static final int PIECE_BYTES = 8 * 1024;
    private static final byte MARK = (byte) 0x80;

    private final InputStream below;
    private final byte[] piece = new byte[PIECE_BYTES];

    /** Bytes of the piece that are content: from here to there. */
    private int from;

    private int to;

    /** Zeros held back after a mark; -1 when no mark is held. */
    private long held = -1;

    /** Content that was held back and goes out before the piece: a mark, then so many zeros. */
    private boolean owedMark;

    private long owedZeros;

    UnpaddedStream(InputStream below) {
        this.below = below;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (!owedMark && owedZeros == 0 && from == to) {
            if (!fill()) {
                return -1;
            }
        }
        return hand(bytes, offset, length);
    }

    private int hand(byte[] bytes, int offset, int length) {
        if (owedMark) {
            owedMark = false;
            bytes[offset] = MARK;
            return 1;
        }
        if (owedZeros > 0) {
            int zeros = (int) Math.min(length, owedZeros);
            Arrays.fill(bytes, offset, offset + zeros, (byte) 0);
            owedZeros -= zeros;
            return zeros;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(piece, from, bytes, offset, count);
        from += count;
        return count;
    }

    /** Reads on, and decides what of it is content for sure. */
    private boolean fill() throws IOException {
        int count = below.read(piece);
        if (count < 0) {
            if (held < 0) {
                throw new SealBroken();
            }
            return false;
        }
        int last = lastNonZero(count);
        from = 0;
        to = 0;
        if (last < 0 && held >= 0) {
            held += count;
            return true;
        }
        owe();
        to = count;
        if (last >= 0 && piece[last] == MARK) {
            held = (long) count - last - 1;
            to = last;
        }
        return true;
    }

    /** What was held is content after all. */
    private void owe() {
        owedMark = held >= 0;
        owedZeros = Math.max(held, 0);
        held = -1;
    }

    private int lastNonZero(int count) {
        int last = count - 1;
        while (last >= 0 && piece[last] == 0) {
            last--;
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        Digests.wipe(piece);
        below.close();
    }
}
