package org.amanet.sealing;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 public key (RFC 8032).
 *
 * @param encoded its 32 bytes in base64
 */
public record VerifyingKey(String encoded) {
    /**
     * SubjectPublicKeyInfo of an Ed25519 key is this and then the 32 bytes (RFC 8410, section 4).
     */
    private static final byte[] SPKI_START = {
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    /**
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    public VerifyingKey {
        try {
            key(encoded);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
    }

    static VerifyingKey of(byte[] raw) {
        return new VerifyingKey(Base64.getEncoder().encodeToString(raw));
    }

    /** Reads a key, as strictly as the constructor. */
    public static VerifyingKey parse(String encoded) {
        return new VerifyingKey(encoded);
    }

    /**
     * Reads the PEM form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static VerifyingKey ofPem(String pem) {
        String base64 = pem.replace(PEM_BEGIN, "").replace(PEM_END, "").replaceAll("\\s", "");
        byte[] spki = Base64.getDecoder().decode(base64);
        int start = SPKI_START.length;
        boolean fits =
                spki.length == start + Ed25519PublicKeyParameters.KEY_SIZE
                        && Arrays.equals(spki, 0, start, SPKI_START, 0, start);
        if (!fits) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        return of(Arrays.copyOfRange(spki, start, spki.length));
    }

    private static Ed25519PublicKeyParameters key(String encoded) {
        return new Ed25519PublicKeyParameters(Base64.getDecoder().decode(encoded));
    }

    /** Whether this key signed the message. */
    public boolean verify(byte[] message, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key(encoded));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** The key as openssl reads it. */
    public String pem() {
        String base64 = Base64.getEncoder().encodeToString(spki());
        return PEM_BEGIN + "\n" + base64 + "\n" + PEM_END + "\n";
    }

    /** SHA-256 (hex) of the key in DER, as {@code openssl pkey -outform DER | sha256sum} says. */
    public String fingerprint() {
        return Digests.hex(Digests.sha256(spki()));
    }

    private byte[] spki() {
        byte[] raw = Base64.getDecoder().decode(encoded);
        byte[] spki = Arrays.copyOf(SPKI_START, SPKI_START.length + raw.length);
        System.arraycopy(raw, 0, spki, SPKI_START.length, raw.length);
        return spki;
    }
}
