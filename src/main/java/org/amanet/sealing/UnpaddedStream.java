package org.amanet.sealing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the padding off while reading: a mark and zeros are held back until it is known whether
 * content follows them.
 */
final class UnpaddedStream extends FilterInputStream {
    private static final int MARK = 0x80;

    /**
     * What was read but may be padding: one mark and so many zeros after it; -1 when nothing is
     * held.
     */
    private long heldZeros = -1;

    private long releasingZeros;
    private int afterRelease = -1;

    UnpaddedStream(InputStream below) {
        super(below);
    }

    @Override
    public int read() throws IOException {
        int released = released();
        if (released >= 0) {
            return released;
        }
        int next = in.read();
        while (true) {
            if (next < 0) {
                return end();
            }
            if (heldZeros >= 0 && next == 0) {
                heldZeros++;
            } else if (heldZeros >= 0) {
                return release(next);
            } else if (next == MARK) {
                heldZeros = 0;
            } else {
                return next;
            }
            next = in.read();
        }
    }

    private int end() {
        if (heldZeros < 0) {
            throw new SealBroken();
        }
        return -1;
    }

    /** What was held is content after all: the mark now, its zeros and this byte next. */
    private int release(int next) {
        releasingZeros = heldZeros;
        heldZeros = -1;
        if (next == MARK) {
            heldZeros = 0;
            afterRelease = -1;
        } else {
            afterRelease = next;
        }
        return MARK;
    }

    private int released() {
        if (releasingZeros > 0) {
            releasingZeros--;
            return 0;
        }
        int next = afterRelease;
        afterRelease = -1;
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            bytes[offset + count] = (byte) next;
            count++;
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
