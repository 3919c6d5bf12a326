package org.amanet.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/**
 * What a sender sends. That it breaks off is no failure of ours, and nobody is there to be told.
 */
final class Line extends FilterInputStream {
    Line(InputStream below) {
        super(below);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException cut) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
    }

    /** So many bytes, or fewer where it ends before. */
    @Override
    public int readNBytes(byte[] bytes, int offset, int length) {
        int count = 0;
        int step = 0;
        while (count < length && step >= 0) {
            step = read(bytes, offset + count, length - count);
            count += Math.max(0, step);
        }
        return count;
    }

    /** The end belongs to whoever gave the stream. */
    @Override
    public void close() {
        // closing a request reads all that is left of it
    }

    @Override
    public String toString() {
        return "Line";
    }
}
