package org.amanet.sealing;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;
import java.util.Locale;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * The public half of an age identity (age-encryption.org/v1, X25519).
 *
 * @param encoded {@code age1…}, Bech32
 */
public record Recipient(String encoded) {
    static final String PREFIX = "age";

    private static final int KEY_BYTES = 32;
    private static final int FINGERPRINT_CHARACTERS = 32;

    /** Anybody's private key does to find out whether a public one leads anywhere. */
    private static final X25519PrivateKeyParameters PROBE =
            new X25519PrivateKeyParameters(Digests.sha256(new byte[0]));

    /**
     * With a point of small order everybody would share the same secret, so sealing to it fails,
     * for all the other recipients too (RFC 7748, section 6.1): it is no recipient.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    public Recipient {
        try {
            X25519PublicKeyParameters key = new X25519PublicKeyParameters(key(encoded));
            PROBE.generateSecret(key, new byte[KEY_BYTES], 0);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an age recipient");
        }
    }

    /** Reads a recipient, as strictly as the constructor. */
    public static Recipient parse(String encoded) {
        return new Recipient(encoded);
    }

    static Recipient of(byte[] publicKey) {
        return new Recipient(Bech32.getEncoder().encode(PREFIX, publicKey).toString());
    }

    /** 128 bits of the key's SHA-256 in groups of four, for two people to compare aloud. */
    public String fingerprint() {
        String hex = Digests.hex(Digests.sha256(key(encoded)));
        return hex.substring(0, FINGERPRINT_CHARACTERS)
                .toUpperCase(Locale.ROOT)
                .replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static byte[] key(String encoded) {
        Bech32Address address = Bech32.getDecoder().decode(encoded);
        if (!PREFIX.contentEquals(address.getHumanReadablePart())) {
            throw new IllegalArgumentException();
        }
        return address.getData();
    }

    RecipientStanzaWriter writer() {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a recipient that was read cannot be used", e);
        }
    }
}
