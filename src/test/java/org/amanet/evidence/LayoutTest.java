package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "1, 65536, 1",
        "65536, 65536, 1",
        "65537, 1048576, 1",
        "1048576, 1048576, 1",
        "1048577, 4194304, 2",
        "8388608, 4194304, 2",
        "8388609, 4194304, 16",
        "67108864, 4194304, 16",
        "67108865, 4194304, 32",
        "2147483648, 4194304, 512"
    })
    void fewSizesExist(long bytes, int room, int pieces) {
        assertEquals(new Layout(room, pieces), Layout.of(bytes));
    }

    @Property
    void everyFileFitsAndItsLayoutExists(@ForAll @LongRange(min = 1, max = 2048 * MIB) long bytes) {
        Layout layout = Layout.of(bytes);
        assertTrue(layout.bytes() >= bytes);
        assertTrue(layout.exists());
    }

    @Example
    void whatTellsTheSizeDoesNotExist() {
        assertFalse(new Layout(Layout.PIECE_BYTES, 1).exists());
        assertFalse(new Layout(Layout.PIECE_BYTES, 3).exists());
        assertFalse(new Layout(Layout.PIECE_BYTES, 17).exists());
        assertFalse(new Layout(1000, 1).exists());
        assertFalse(new Layout(0, 0).exists());
        assertFalse(new Layout(-65536, -1).exists());
    }
}
