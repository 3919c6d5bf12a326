package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PaddingTest {
    private static final int KIB = 1024;
    private static final long MIB = 1024L * KIB;

    @Example
    void theStepsAreThese() {
        assertEquals(KIB, Padding.paddedSize(0));
        assertEquals(KIB, Padding.paddedSize(KIB - 1));
        assertEquals(4 * KIB, Padding.paddedSize(KIB));
        assertEquals(16 * KIB, Padding.paddedSize(4 * KIB));
        assertEquals(64 * KIB, Padding.paddedSize(16 * KIB));
        assertEquals(MIB, Padding.paddedSize(64 * KIB));
        assertEquals(8 * MIB, Padding.paddedSize(MIB));
        assertEquals(64 * MIB, Padding.paddedSize(8 * MIB));
        assertEquals(64 * MIB, Padding.paddedSize(64 * MIB - 1));
        assertEquals(128 * MIB, Padding.paddedSize(64 * MIB));
        assertEquals(192 * MIB, Padding.paddedSize(128 * MIB));
    }

    @Property
    void thereIsAlwaysRoomForTheMarkAndMoreContentIsNeverSmaller(
            @ForAll @LongRange(max = 1L << 40) long bytes) {
        assertTrue(Padding.paddedSize(bytes) > bytes);
        assertTrue(Padding.paddedSize(bytes + 1) >= Padding.paddedSize(bytes));
        assertEquals(0, Padding.paddedSize(bytes) % KIB);
    }

    /** Content that looks like padding: marks and zeros in runs, often at the end. */
    @Provide
    Arbitrary<byte[]> contents() {
        Arbitrary<byte[]> run =
                Arbitraries.of((byte) 0x80, (byte) 0, (byte) 1)
                        .tuple1()
                        .flatMap(
                                value ->
                                        Arbitraries.oneOf(
                                                        Arbitraries.integers().between(1, 3),
                                                        Arbitraries.integers()
                                                                .between(8_190, 8_194))
                                                .map(length -> filled(value.get1(), length)));
        return run.list().ofMaxSize(8).map(PaddingTest::joined);
    }

    private static byte[] filled(byte value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] joined(List<byte[]> runs) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        runs.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] padded(byte[] content) throws IOException {
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.write(content);
        Padding.writeUpTo(Padding.paddedSize(content.length), content.length, padded);
        return padded.toByteArray();
    }

    @Property(tries = 300)
    void whatWasPaddedComesBackInMemoryAndAsAStream(@ForAll("contents") byte[] content)
            throws IOException {
        byte[] padded = padded(content);
        assertEquals(Padding.paddedSize(content.length), padded.length);
        assertArrayEquals(content, Padding.strip(padded, 0));
        assertArrayEquals(content, unpadded(new ByteArrayInputStream(padded)).readAllBytes());
    }

    /** However the stream below cuts its answers, and however the reader asks. */
    @Property(tries = 300)
    void theStreamDoesNotDependOnHowItIsRead(
            @ForAll("contents") byte[] content,
            @ForAll @IntRange(min = 1, max = 9_000) int cut,
            @ForAll @IntRange(min = 1, max = 9_000) int asked)
            throws IOException {
        InputStream stream = unpadded(new Cut(new ByteArrayInputStream(padded(content)), cut));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[asked];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            assertTrue(n > 0);
            read.write(buffer, 0, n);
        }
        assertArrayEquals(content, read.toByteArray());
        assertEquals(-1, stream.read());
    }

    @Property(tries = 100)
    void byteByByteItReadsTheSame(@ForAll("contents") byte[] content) throws IOException {
        InputStream stream = unpadded(new ByteArrayInputStream(padded(content)));
        for (byte expected : content) {
            assertEquals(expected & 0xff, stream.read());
        }
        assertEquals(-1, stream.read());
    }

    @Property(tries = 100)
    void skippingCountsContentAndNotWhatIsHeldBack(@ForAll("contents") byte[] content)
            throws IOException {
        int half = content.length / 2;
        InputStream stream = unpadded(new ByteArrayInputStream(padded(content)));
        stream.skipNBytes(half);
        assertArrayEquals(Arrays.copyOfRange(content, half, content.length), stream.readAllBytes());
    }

    @Example
    void whatHasNoMarkIsRefused() {
        for (byte[] none : List.of(new byte[0], new byte[KIB], filled((byte) 1, KIB))) {
            assertThrows(SealBroken.class, () -> Padding.strip(none, 0));
            assertThrows(
                    SealBroken.class,
                    () -> unpadded(new ByteArrayInputStream(none)).readAllBytes());
        }
        byte[] markBeforeTheContent = {(byte) 0x80, 0, 0};
        assertThrows(SealBroken.class, () -> Padding.strip(markBeforeTheContent, 1));
    }

    /** 64 MiB of zeros held back and then let go cost a number and not 64 MiB. */
    @Example
    void heldZerosTakeNoMemory() throws IOException {
        long zeros = 64 * MIB;
        InputStream below =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        new ByteArrayInputStream(new byte[] {(byte) 0x80}),
                                        new Zeros(zeros),
                                        new ByteArrayInputStream(new byte[] {7, (byte) 0x80}))));
        InputStream stream = unpadded(below);
        byte[] buffer = new byte[64 * KIB];
        long before = allocated();
        long count = 0;
        long sum = 0;
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            count += n;
            sum += buffer[0] + buffer[n - 1];
        }
        assertEquals(zeros + 2, count);
        assertEquals(2 * 7 - 2 * 0x80, sum);
        assertTrue(allocated() - before < MIB, "allocated " + (allocated() - before));
    }

    private static long allocated() {
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private static InputStream unpadded(InputStream below) {
        return new UnpaddedStream(below);
    }

    /** Gives at most so many bytes at a time. */
    private static final class Cut extends FilterInputStream {
        private final int most;

        Cut(InputStream below, int most) {
            super(below);
            this.most = most;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(length, most));
        }
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + count, (byte) 0);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
