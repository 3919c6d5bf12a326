package org.amanet.sealing;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values from the platform's generator. */
public final class Randomness {
    private static final SecureRandom SOURCE = new SecureRandom();

    /** Letters and digits that nobody confuses when reading aloud. */
    private static final String CLEAR_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private Randomness() {}

    /** So many random bytes. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** A random value for headers and hidden fields: so many bytes in unpadded base64url. */
    public static String token(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** A short name such as {@code 7K3M-9Q2P}; says nothing about time or order. */
    public static String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "");
            reference.append(CLEAR_CHARACTERS.charAt(SOURCE.nextInt(CLEAR_CHARACTERS.length())));
        }
        return reference.toString();
    }

    static int digit() {
        return SOURCE.nextInt(10);
    }
}
