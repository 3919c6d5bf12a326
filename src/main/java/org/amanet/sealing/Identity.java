package org.amanet.sealing;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * An age identity (age-encryption.org/v1, X25519): the private half. Closing wipes it, and it opens
 * nothing afterwards.
 */
public final class Identity implements AutoCloseable {
    private static final String PREFIX = "AGE-SECRET-KEY-";
    private static final int KEY_BYTES = 32;
    private static final String SIGNING = "amanet signature v1";

    private final byte[] key;
    private @Nullable Recipient recipient;
    private boolean closed;

    private Identity(byte[] key) {
        this.key = key;
    }

    /** A new one. */
    public static Identity generate() {
        return new Identity(Randomness.bytes(KEY_BYTES));
    }

    /**
     * The one that belongs to a secret of at least 128 random bits, for one purpose. Passphrases go
     * through {@link KeyDerivation}.
     */
    public static Identity derived(byte[] secret, String purpose) {
        return new Identity(Hkdf.key(secret, purpose));
    }

    /**
     * Reads {@code AGE-SECRET-KEY-1…}.
     *
     * @throws SealBroken when it is none
     */
    public static Identity parse(CharSequence encoded) {
        try {
            Bech32Address address = Bech32.getDecoder().decode(encoded);
            byte[] key = address.getData();
            if (PREFIX.contentEquals(address.getHumanReadablePart()) && key.length == KEY_BYTES) {
                return new Identity(key);
            }
        } catch (RuntimeException e) {
            // said below, without what was given
        }
        throw new SealBroken();
    }

    /** Reads the ASCII bytes of {@code AGE-SECRET-KEY-1…}; they stay the caller's to wipe. */
    public static Identity parse(byte[] encoded) {
        CharBuffer text = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(encoded));
        try {
            return parse(text);
        } finally {
            Arrays.fill(text.array(), '\0');
        }
    }

    /** {@code AGE-SECRET-KEY-1…} as ASCII bytes, for the caller to wipe. */
    public byte[] encodedBytes() {
        CharSequence encoded = encode();
        byte[] bytes = new byte[encoded.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) encoded.charAt(i);
        }
        wipe(encoded);
        return bytes;
    }

    private CharSequence encode() {
        requireOpen();
        return Bech32.getEncoder().encode(PREFIX, key);
    }

    /** Its public half. */
    public Recipient recipient() {
        requireOpen();
        if (recipient == null) {
            recipient =
                    Recipient.of(
                            new X25519PrivateKeyParameters(key).generatePublicKey().getEncoded());
        }
        return recipient;
    }

    /** The signing key that belongs to it. */
    public SigningKey signingKey() {
        requireOpen();
        return SigningKey.ofSeed(Hkdf.key(key, SIGNING));
    }

    /** The public half of its signing key. */
    public VerifyingKey verifyingKey() {
        try (SigningKey signing = signingKey()) {
            return signing.verifyingKey();
        }
    }

    RecipientStanzaReader reader() {
        CharSequence encoded = encode();
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(encoded);
        } catch (GeneralSecurityException e) {
            throw new SealBroken();
        } finally {
            wipe(encoded);
        }
    }

    private static void wipe(CharSequence encoded) {
        if (encoded instanceof CharBuffer buffer && buffer.hasArray()) {
            Arrays.fill(buffer.array(), '\0');
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this identity was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Digests.wipe(key);
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
