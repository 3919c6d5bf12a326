package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import org.amanet.bench.Uploading;
import org.amanet.demo.Stack;
import org.junit.jupiter.api.Test;

/** However many files come and however long they are, memory stays what it is. */
class UploadMemoryIT {
    private static final long MIB = 1024 * 1024;

    /**
     * Beyond what one warm round took; a single piece in memory for each sender would be 120 MB.
     */
    private static final long GROWTH_MAX_BYTES = 64 * MIB;

    private final Stack stack = Stack.shared();
    private final Uploading uploading =
            new Uploading(new PrintStream(OutputStream.nullOutputStream()), stack);

    @Test
    void memoryDoesNotGrowWithWhatComes() throws Exception {
        long warm = uploading.many(30, 4 * MIB);
        long many = uploading.many(30, 8 * MIB);
        long large = uploading.one(64 * MIB);
        assertTrue(many - warm < GROWTH_MAX_BYTES, many + " after " + warm);
        assertTrue(large - warm < GROWTH_MAX_BYTES, large + " after " + warm);
    }
}
