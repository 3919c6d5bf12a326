package org.amanet.sealing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Hides how long something is: after the content one byte 0x80 and then zeros (ISO/IEC 7816-4) up
 * to the next size step.
 */
final class Padding {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long[] STEPS = {KIB, 4 * KIB, 16 * KIB, 64 * KIB, MIB, 8 * MIB, 64 * MIB};
    private static final int MARK = 0x80;

    private Padding() {}

    /**
     * The padded size of so many bytes: the next step above them, from 64 MiB on the next multiple
     * of it.
     */
    public static long paddedSize(long bytes) {
        for (long step : STEPS) {
            if (bytes < step) {
                return step;
            }
        }
        long largest = STEPS[STEPS.length - 1];
        return (bytes / largest + 1) * largest;
    }

    /** Writes what has to follow so many bytes, up to a size that is larger. */
    static void writeUpTo(long size, long bytes, OutputStream out) throws IOException {
        out.write(MARK);
        byte[] zeros = new byte[(int) Math.min(64 * KIB, size)];
        long remaining = size - bytes - 1;
        while (remaining > 0) {
            int step = (int) Math.min(zeros.length, remaining);
            out.write(zeros, 0, step);
            remaining -= step;
        }
    }

    /** The content without its padding. */
    static byte[] strip(byte[] padded, int from) {
        int end = padded.length - 1;
        while (end >= from && padded[end] == 0) {
            end--;
        }
        if (end < from || (padded[end] & 0xff) != MARK) {
            throw new SealBroken();
        }
        return Arrays.copyOfRange(padded, from, end);
    }
}
