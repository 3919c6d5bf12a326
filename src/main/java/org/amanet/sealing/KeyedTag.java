package org.amanet.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * HMAC-SHA-256 (RFC 2104) under a key of ours: the same for the same text, and to whoever lacks the
 * key like any random value.
 */
public final class KeyedTag {
    private static final int MARK_AT_BYTE = 10;
    private static final int UUID_BYTES = 16;

    private final byte[] key;

    /** Under the key that belongs to this identity; the identity may be closed afterwards. */
    public KeyedTag(Identity identity) {
        byte[] encoded = identity.encodedBytes();
        try {
            this.key = Hkdf.key(encoded, "amanet tag v1");
        } finally {
            Digests.wipe(encoded);
        }
    }

    /** The id that belongs to this text. */
    public UUID id(String text) {
        ByteBuffer tag = ByteBuffer.wrap(of(text.getBytes(StandardCharsets.UTF_8)));
        return shaped(tag.getLong(), tag.getLong());
    }

    /** One bit that belongs to this text. */
    public boolean bit(String text) {
        return (of(text.getBytes(StandardCharsets.UTF_8))[0] & 1) == 1;
    }

    /** A random id (RFC 9562, version 4) that only the holder of the key knows from others. */
    public UUID markedId() {
        ByteBuffer random = ByteBuffer.wrap(Randomness.bytes(UUID_BYTES));
        byte[] bytes = bytes(shaped(random.getLong(), random.getLong()));
        System.arraycopy(mark(bytes), 0, bytes, MARK_AT_BYTE, UUID_BYTES - MARK_AT_BYTE);
        ByteBuffer marked = ByteBuffer.wrap(bytes);
        return new UUID(marked.getLong(), marked.getLong());
    }

    /** Whether it is such an id. The same work for every id; of others one in 2^48 is. */
    public boolean marks(UUID id) {
        byte[] bytes = bytes(id);
        byte[] end = Arrays.copyOfRange(bytes, MARK_AT_BYTE, UUID_BYTES);
        return Digests.constantTimeEquals(mark(bytes), end);
    }

    private byte[] mark(byte[] id) {
        byte[] whole = of(Arrays.copyOf(id, MARK_AT_BYTE));
        return Arrays.copyOf(whole, UUID_BYTES - MARK_AT_BYTE);
    }

    private byte[] of(byte[] text) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] tag = new byte[mac.getMacSize()];
        mac.doFinal(tag, 0);
        return tag;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID shaped(long most, long least) {
        return new UUID((most & ~0xf000L) | 0x4000L, (least & ~(0b11L << 62)) | (0b10L << 62));
    }

    @Override
    public String toString() {
        return "KeyedTag";
    }
}
