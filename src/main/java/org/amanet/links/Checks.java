package org.amanet.links;

import java.math.BigInteger;

/** Check digits. */
final class Checks {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Checks() {}

    /** ISO 7064 MOD 97-10, as in IBANs. */
    static boolean isIban(String compact) {
        if (!compact.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder number = new StringBuilder();
        (compact.substring(4) + compact.substring(0, 4))
                .chars()
                .forEach(letter -> number.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    /** Luhn (ISO/IEC 7812), as in bank cards and device numbers. */
    static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return !digits.isEmpty() && sum % 10 == 0;
    }
}
