package org.amanet.sealing;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a reporter keeps: 26 random digits (86 bits) and two check digits (ISO 7064 MOD 97-10),
 * which catch every single wrong digit and every swap of neighbours. Digits, because they read the
 * same in every language and direction.
 */
public final class Receipt implements AutoCloseable {
    /** All of them. */
    public static final int DIGITS = 28;

    private static final int CHECK_DIGITS = 2;
    private static final int GROUP = 4;
    private static final int MODULUS = 97;

    private final byte[] digits;

    private Receipt(byte[] digits) {
        this.digits = digits;
    }

    /** A new one. */
    public static Receipt generate() {
        byte[] digits = new byte[DIGITS];
        for (int i = 0; i < DIGITS - CHECK_DIGITS; i++) {
            digits[i] = (byte) Randomness.digit();
        }
        int check = MODULUS + 1 - remainder(digits);
        digits[DIGITS - 2] = (byte) (check / 10);
        digits[DIGITS - 1] = (byte) (check % 10);
        return new Receipt(digits);
    }

    /**
     * What somebody typed, in any script's digits, with spaces and dashes wherever they like; none
     * where it cannot be a receipt.
     */
    public static Optional<Receipt> parse(CharSequence typed) {
        byte[] digits = new byte[DIGITS];
        int count = 0;
        for (int point : typed.codePoints().toArray()) {
            int digit = Character.digit(point, 10);
            boolean letter = Character.isLetter(point);
            if (letter || (digit >= 0 && count == DIGITS)) {
                return Optional.empty();
            }
            if (digit >= 0) {
                digits[count] = (byte) digit;
                count++;
            }
        }
        boolean whole = count == DIGITS && remainder(digits) == 1;
        return whole ? Optional.of(new Receipt(digits)) : Optional.empty();
    }

    private static int remainder(byte[] digits) {
        int remainder = 0;
        for (byte digit : digits) {
            remainder = (remainder * 10 + digit) % MODULUS;
        }
        return remainder;
    }

    /** {@code 1234 1234 1234 1234 1234 1234 1234}. */
    public String grouped() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            text.append(i > 0 && i % GROUP == 0 ? " " : "").append(digits[i]);
        }
        return text.toString();
    }

    /** Whether the other is the same; takes as long for any two. */
    public boolean isSameAs(Receipt other) {
        return Digests.constantTimeEquals(digits, other.digits);
    }

    byte[] secret() {
        byte[] ascii = new byte[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            ascii[i] = (byte) ('0' + digits[i]);
        }
        return ascii;
    }

    @Override
    public void close() {
        Arrays.fill(digits, (byte) 0);
    }

    @Override
    public String toString() {
        return "Receipt";
    }
}
