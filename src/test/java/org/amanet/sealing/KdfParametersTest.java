package org.amanet.sealing;

import static org.amanet.sealing.KdfParameters.PASSPHRASE;
import static org.amanet.sealing.KdfParameters.RECEIPT;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KdfParametersTest {
    private static KdfParameters changed(KdfParameters of, int memory, int passes, int lanes) {
        return new KdfParameters(
                of.memoryKib() + memory, of.iterations() + passes, of.parallelism() + lanes);
    }

    @Test
    void todaysAreAcceptedAndSoAreRaisedOnes() {
        for (KdfParameters floor : List.of(RECEIPT, PASSPHRASE)) {
            assertTrue(floor.isAtLeast(floor));
            assertTrue(changed(floor, 1024, 1, 1).isAtLeast(floor));
            assertTrue(new KdfParameters(256 * 1024, 12, 4).isAtLeast(floor));
        }
        assertTrue(PASSPHRASE.isAtLeast(RECEIPT));
    }

    @Test
    void anyOneOfThemWeakenedIsRefusedHoweverStrongTheOthers() {
        for (KdfParameters floor : List.of(RECEIPT, PASSPHRASE)) {
            assertFalse(changed(floor, -1, 5, 1).isAtLeast(floor));
            assertFalse(changed(floor, 1024, -1, 1).isAtLeast(floor));
            assertFalse(changed(floor, 1024, 5, -1).isAtLeast(floor));
        }
        assertFalse(RECEIPT.isAtLeast(PASSPHRASE));
        assertFalse(new KdfParameters(0, 0, 0).isAtLeast(RECEIPT));
        assertFalse(new KdfParameters(-1, -1, -1).isAtLeast(RECEIPT));
    }

    /** A dishonest database must not be able to exhaust the machine either. */
    @Test
    void absurdlyLargeOnesAreRefused() {
        for (KdfParameters floor : List.of(RECEIPT, PASSPHRASE)) {
            assertFalse(new KdfParameters(256 * 1024 + 1, 3, 1).isAtLeast(floor));
            assertFalse(new KdfParameters(64 * 1024, 13, 1).isAtLeast(floor));
            assertFalse(new KdfParameters(64 * 1024, 3, 5).isAtLeast(floor));
            assertFalse(
                    new KdfParameters(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                            .isAtLeast(floor));
        }
    }
}
