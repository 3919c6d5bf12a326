package org.amanet.sealing;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;
import java.util.Locale;

/**
 * The public half of an age identity (age-encryption.org/v1, X25519).
 *
 * @param encoded {@code age1…}, Bech32
 */
public record Recipient(String encoded) {
    static final String PREFIX = "age";

    private static final int KEY_BYTES = 32;
    private static final int FINGERPRINT_CHARACTERS = 32;

    /**
     * Reads a recipient.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    public static Recipient parse(String encoded) {
        try {
            Bech32Address address = Bech32.getDecoder().decode(encoded);
            boolean fits =
                    PREFIX.contentEquals(address.getHumanReadablePart())
                            && address.getData().length == KEY_BYTES;
            if (fits) {
                return new Recipient(encoded);
            }
        } catch (RuntimeException e) {
            // said below, without what was given
        }
        throw new IllegalArgumentException("not an age recipient");
    }

    static Recipient of(byte[] publicKey) {
        return new Recipient(Bech32.getEncoder().encode(PREFIX, publicKey).toString());
    }

    /** 128 bits of the key's SHA-256 in groups of four, for two people to compare aloud. */
    public String fingerprint() {
        String hex = Digests.hex(Digests.sha256(Bech32.getDecoder().decode(encoded).getData()));
        return hex.substring(0, FINGERPRINT_CHARACTERS)
                .toUpperCase(Locale.ROOT)
                .replaceAll("(.{4})(?=.)", "$1 ");
    }

    RecipientStanzaWriter writer() {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a recipient that was read cannot be used", e);
        }
    }
}
