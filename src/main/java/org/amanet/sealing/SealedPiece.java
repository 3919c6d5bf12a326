package org.amanet.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a file: an age file of its own for one recipient, with its place inside the seal. All
 * pieces that hold as much have the same size, however much is in them.
 */
public final class SealedPiece {
    /** How long the head of an age file for exactly one X25519 recipient is. */
    public static final int HEAD_BYTES = 168;

    /** Room for the place and the mark that the padding begins with. */
    private static final int FRAME_BYTES = 256;

    private static final int NONCE_BYTES = 16;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int TAG_BYTES = 16;

    private static final Pattern HEAD =
            Pattern.compile(
                    """
                    age-encryption\\.org/v1
                    -> X25519 [A-Za-z0-9+/]{43}
                    [A-Za-z0-9+/]{43}
                    --- [A-Za-z0-9+/]{43}
                    """);

    private SealedPiece() {}

    /** The size of every piece that has room for so many bytes. */
    public static long sealedBytes(int room) {
        return sealedSize((long) room + FRAME_BYTES);
    }

    /** The size of a part for one recipient that was padded to so many bytes. */
    public static long sealedSize(long padded) {
        return HEAD_BYTES
                + NONCE_BYTES
                + padded
                + TAG_BYTES * Math.ceilDiv(padded, (long) CHUNK_BYTES);
    }

    /** A stream that seals what is written to it, at most so much; whole only once it is closed. */
    public static OutputStream sealing(Place place, OutputStream below, Recipient to, int room)
            throws IOException {
        long size = (long) room + FRAME_BYTES;
        return SealedPart.sealing(place, below, List.of(to), content -> size);
    }

    /**
     * A stream of what is inside.
     *
     * @throws SealBroken here or while reading, when it cannot be opened or belongs elsewhere
     */
    public static InputStream opening(Place expected, InputStream sealed, Identity identity)
            throws IOException {
        return SealedPart.opening(expected, sealed, identity);
    }

    /** Whether it begins as an age file for exactly one X25519 recipient does, whoever that is. */
    public static boolean isHeadForOne(byte[] sealed) {
        int length = Math.min(HEAD_BYTES, sealed.length);
        return HEAD.matcher(new String(sealed, 0, length, StandardCharsets.ISO_8859_1)).matches();
    }
}
