package org.amanet.sealing;

/**
 * What Argon2id (RFC 9106) is asked to spend. Stored beside what was derived, so that it can be
 * raised; never lowered.
 */
public record KdfParameters(int memoryKib, int iterations, int parallelism) {
    /** For receipts: beside 86 random bits this is enough. */
    public static final KdfParameters RECEIPT = new KdfParameters(19 * 1024, 2, 1);

    /** For passphrases that people choose. */
    public static final KdfParameters PASSPHRASE = new KdfParameters(64 * 1024, 3, 1);

    /**
     * A dishonest database could ask for more than the machine has: four times today's is enough.
     */
    private static final KdfParameters MOST = new KdfParameters(256 * 1024, 12, 4);

    /** Whether these spend at least as much as the floor, and not absurdly more. */
    public boolean isAtLeast(KdfParameters floor) {
        return covers(floor) && MOST.covers(this);
    }

    private boolean covers(KdfParameters other) {
        return memoryKib >= other.memoryKib
                && iterations >= other.iterations
                && parallelism >= other.parallelism;
    }
}
