package org.amanet.sealing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * What can be seen of a sealed part without its key. Whoever seals elsewhere is held to it; whether
 * the part belongs to its place, and to whom it is sealed, only its holder can see.
 */
public final class SealedShape {
    private static final int NONCE_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final String STANZA = "-> ";
    private static final String X25519 = "-> X25519 ";

    private SealedShape() {}

    /**
     * The size step that a part was padded to; none where it is no age file for exactly one X25519
     * recipient, or is not padded.
     */
    public static OptionalLong step(byte[] sealed) {
        ByteArrayInputStream in = new ByteArrayInputStream(sealed);
        try {
            byte[] head = AgeHead.read(in);
            long inside = inside(in.available());
            boolean padded = inside > 0 && Padding.paddedSize(inside - 1) == inside;
            return padded && isForOne(head) ? OptionalLong.of(inside) : OptionalLong.empty();
        } catch (SealBroken broken) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    private static boolean isForOne(byte[] head) {
        String text = new String(head, StandardCharsets.US_ASCII);
        long stanzas = text.lines().filter(line -> line.startsWith(STANZA)).count();
        return stanzas == 1 && text.lines().anyMatch(line -> line.startsWith(X25519));
    }

    /** How much a payload of so many bytes carries; 0 where none has that size. */
    private static long inside(long payload) {
        long chunks = payload - NONCE_BYTES;
        long whole = chunks / (CHUNK_BYTES + TAG_BYTES);
        long last = chunks % (CHUNK_BYTES + TAG_BYTES);
        if (chunks <= 0 || (last > 0 && last <= TAG_BYTES)) {
            return 0;
        }
        return whole * CHUNK_BYTES + (last > 0 ? last - TAG_BYTES : 0);
    }
}
