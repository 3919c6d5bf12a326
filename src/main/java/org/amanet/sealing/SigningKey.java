package org.amanet.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key that signs (RFC 8032). Closing wipes it. */
public final class SigningKey implements AutoCloseable {
    /** PKCS#8 of an Ed25519 key is this and then the 32 bytes of the seed (RFC 8410, section 7). */
    private static final byte[] PKCS8_START = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20
    };

    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";

    private final byte[] seed;

    private SigningKey(byte[] seed) {
        this.seed = seed;
    }

    static SigningKey ofSeed(byte[] seed) {
        return new SigningKey(seed);
    }

    /** A new one. */
    public static SigningKey generate() {
        return new SigningKey(Randomness.bytes(Ed25519PrivateKeyParameters.KEY_SIZE));
    }

    /**
     * Reads a PKCS#8 PEM file.
     *
     * @throws IllegalStateException when there is none, or it is no Ed25519 key
     */
    public static SigningKey read(Path pemFile) {
        try {
            String pem = Files.readString(pemFile, StandardCharsets.US_ASCII);
            String base64 = pem.replace(PEM_BEGIN, "").replace(PEM_END, "").replaceAll("\\s", "");
            byte[] encoded = Base64.getDecoder().decode(base64);
            boolean fits =
                    encoded.length == PKCS8_START.length + Ed25519PrivateKeyParameters.KEY_SIZE
                            && Arrays.equals(
                                    encoded,
                                    0,
                                    PKCS8_START.length,
                                    PKCS8_START,
                                    0,
                                    PKCS8_START.length);
            if (fits) {
                byte[] seed = Arrays.copyOfRange(encoded, PKCS8_START.length, encoded.length);
                Digests.wipe(encoded);
                return new SigningKey(seed);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the signing key cannot be read: " + pemFile.getFileName(), e);
        }
        throw new IllegalStateException("not an Ed25519 key: " + pemFile.getFileName());
    }

    /** The key as PKCS#8 PEM. */
    String pem() {
        byte[] encoded = Arrays.copyOf(PKCS8_START, PKCS8_START.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8_START.length, seed.length);
        return PEM_BEGIN
                + "\n"
                + Base64.getEncoder().encodeToString(encoded)
                + "\n"
                + PEM_END
                + "\n";
    }

    /** 64 bytes of signature. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Its public half. */
    public VerifyingKey verifyingKey() {
        return VerifyingKey.of(
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
    }

    @Override
    public void close() {
        Digests.wipe(seed);
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
