package org.amanet.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Digests, compared in constant time. */
public final class Digests {
    private Digests() {}

    /** SHA-256 (FIPS 180-4). */
    public static byte[] sha256(byte[] bytes) {
        return of("SHA-256").digest(bytes);
    }

    /** SHA-512 (FIPS 180-4). */
    public static byte[] sha512(byte[] bytes) {
        return of("SHA-512").digest(bytes);
    }

    /** Lower-case hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether both are the same, in a time that depends on the length alone. */
    public static boolean constantTimeEquals(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }

    /** Overwrites a secret that is no longer needed. */
    public static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }

    static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
