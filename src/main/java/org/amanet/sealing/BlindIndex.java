package org.amanet.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns what can be searched for into tokens that only the same key makes again (HMAC-SHA-256, RFC
 * 2104). Whoever has tokens of two keys cannot tell which belong together. Closing wipes the key.
 */
public final class BlindIndex implements AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORMAT = "amanet selector v1";

    private final byte[] key;
    private boolean closed;

    private BlindIndex(byte[] key) {
        this.key = key;
    }

    /** One with a new key. */
    public static BlindIndex generate() {
        return new BlindIndex(Randomness.bytes(KEY_BYTES));
    }

    /**
     * The one with this key, whose bytes stay the caller's to wipe.
     *
     * @throws SealBroken when it is none
     */
    public static BlindIndex of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new SealBroken();
        }
        return new BlindIndex(key.clone());
    }

    /** A copy of the key, to be sealed and wiped. */
    public byte[] key() {
        requireOpen();
        return key.clone();
    }

    /**
     * The token.
     *
     * @param type a code; what follows a line feed in it could pass for a value, so it has none
     */
    public byte[] token(String type, String value) {
        requireOpen();
        if (type.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line feed in a type");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String whole = String.join("\n", FORMAT, type, value);
            return mac.doFinal(whole.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this key was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Digests.wipe(key);
    }

    @Override
    public String toString() {
        return "BlindIndex";
    }
}
