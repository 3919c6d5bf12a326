package org.amanet.evidence;

/**
 * Into how many pieces a file goes and how much each has room for. Only a few sizes exist, so that
 * what is stored does not tell how long the file is.
 */
record Layout(int room, int pieces) {
    static final int PIECE_BYTES = 4 * 1024 * 1024;

    private static final int SMALL_BYTES = 64 * 1024;
    private static final int MIDDLE_BYTES = 1024 * 1024;
    private static final long STEP_BYTES = 64L * 1024 * 1024;
    private static final int STEP_PIECES = (int) (STEP_BYTES / PIECE_BYTES);

    /** The layout of a file of so many bytes. */
    static Layout of(long bytes) {
        if (bytes <= SMALL_BYTES) {
            return new Layout(SMALL_BYTES, 1);
        }
        if (bytes <= MIDDLE_BYTES) {
            return new Layout(MIDDLE_BYTES, 1);
        }
        if (bytes <= 2L * PIECE_BYTES) {
            return new Layout(PIECE_BYTES, 2);
        }
        return new Layout(PIECE_BYTES, (int) (STEP_PIECES * Math.ceilDiv(bytes, STEP_BYTES)));
    }

    /** Whether there is such a layout. */
    boolean exists() {
        return room > 0 && pieces > 0 && of(bytes()).equals(this);
    }

    /** How much all pieces have room for. */
    long bytes() {
        return (long) room * pieces;
    }
}
