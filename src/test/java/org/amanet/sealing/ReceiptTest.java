package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReceiptTest {
    private static final int RANDOM_DIGITS = 26;

    /** Digits of the scripts that our reporters write in or may have a keyboard for. */
    private static final List<Integer> ZEROS =
            List.of((int) '0', 0x0660, 0x06F0, 0x0966, 0x0F20, 0x1810, 0xFF10, 0x1D7CE);

    /** Made here by the definition of ISO 7064 MOD 97-10, and not by the code under test. */
    @Provide
    Arbitrary<String> receipts() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(RANDOM_DIGITS)
                .map(
                        digits -> {
                            BigInteger shifted = new BigInteger(digits + "00");
                            int rest = shifted.mod(BigInteger.valueOf(97)).intValue();
                            return digits + "%02d".formatted(98 - rest);
                        });
    }

    private static String digits(Receipt receipt) {
        return new String(receipt.secret(), StandardCharsets.US_ASCII);
    }

    private static String parsed(String typed) {
        return Receipt.parse(typed).map(ReceiptTest::digits).orElse("none");
    }

    @Property
    void aReceiptIsReadAsItIsWritten(@ForAll("receipts") String receipt) {
        assertEquals(receipt, parsed(receipt));
        assertEquals(
                receipt.replaceAll("(.{4})(?=.)", "$1 "),
                Receipt.parse(receipt).orElseThrow().grouped());
    }

    @Property(tries = 3_000)
    void everySingleWrongDigitIsCaught(
            @ForAll("receipts") String receipt,
            @ForAll @IntRange(max = Receipt.DIGITS - 1) int position,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        char[] typed = receipt.toCharArray();
        typed[position] = (char) ('0' + (typed[position] - '0' + off) % 10);
        assertEquals("none", parsed(new String(typed)));
    }

    @Property(tries = 3_000)
    void everySwapOfDifferentNeighboursIsCaught(
            @ForAll("receipts") String receipt,
            @ForAll @IntRange(max = Receipt.DIGITS - 2) int position) {
        Assume.that(receipt.charAt(position) != receipt.charAt(position + 1));
        char[] typed = receipt.toCharArray();
        typed[position] = receipt.charAt(position + 1);
        typed[position + 1] = receipt.charAt(position);
        assertEquals("none", parsed(new String(typed)));
    }

    /** Not by chance: each position and each error of one receipt. */
    @Example
    void noSingleErrorOfAReceiptIsMissed() {
        try (Receipt receipt = Receipt.generate()) {
            String right = digits(receipt);
            for (int i = 0; i < right.length(); i++) {
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    String typed = right.substring(0, i) + wrong + right.substring(i + 1);
                    assertEquals(typed.equals(right), Receipt.parse(typed).isPresent());
                }
            }
        }
    }

    @Property
    void oneDigitTooManyOrTooFewIsCaught(
            @ForAll("receipts") String receipt,
            @ForAll @IntRange(max = Receipt.DIGITS - 1) int position,
            @ForAll @IntRange(max = 9) int digit) {
        String before = receipt.substring(0, position);
        assertEquals("none", parsed(before + receipt.substring(position + 1)));
        assertEquals("none", parsed(before + digit + receipt.substring(position)));
        assertEquals("none", parsed(receipt + digit));
    }

    @Property
    void anyScriptAndAnySpacingReadTheSame(
            @ForAll("receipts") String receipt, @ForAll("handwritings") List<Hand> hands) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < receipt.length(); i++) {
            Hand hand = hands.get(i);
            typed.append(hand.between()).appendCodePoint(hand.zero() + receipt.charAt(i) - '0');
        }
        assertEquals(receipt, parsed(typed.toString()));
    }

    record Hand(int zero, String between) {}

    @Provide
    Arbitrary<List<Hand>> handwritings() {
        Arbitrary<String> between =
                Arbitraries.of(
                        "", " ", "  ", "-", " - ", "\u00A0", "\u202F", "\u2013", "\u200F", "\t",
                        ".");
        return Combinators.combine(Arbitraries.of(ZEROS), between)
                .as(Hand::new)
                .list()
                .ofSize(Receipt.DIGITS);
    }

    @Property
    void letterAnywhereIsNoReceipt(
            @ForAll("receipts") String receipt,
            @ForAll @IntRange(max = Receipt.DIGITS) int position) {
        for (String letter : List.of("O", "l", "ئ", "π")) {
            assertEquals(
                    "none",
                    parsed(receipt.substring(0, position) + letter + receipt.substring(position)));
        }
    }

    @Property
    void nothingOddEverFails(@ForAll String typed) {
        Optional<Receipt> receipt = Receipt.parse(typed);
        assertTrue(receipt.isEmpty() || digits(receipt.get()).length() == Receipt.DIGITS);
    }

    @Example
    void theyAreMadeFromTwentySixFreeDigits() {
        int many = 4_000;
        int[][] seen = new int[RANDOM_DIGITS][10];
        Set<String> all = new HashSet<>();
        for (int i = 0; i < many; i++) {
            try (Receipt receipt = Receipt.generate()) {
                String digits = digits(receipt);
                assertEquals(digits, parsed(digits));
                all.add(digits);
                for (int j = 0; j < RANDOM_DIGITS; j++) {
                    seen[j][digits.charAt(j) - '0']++;
                }
            }
        }
        assertEquals(many, all.size());
        for (int[] position : seen) {
            assertTrue(chiSquare(position, many / 10.0) < 50, "a digit is not free");
        }
        double bits = RANDOM_DIGITS * Math.log(10) / Math.log(2);
        assertTrue(bits > 86 && bits < 87);
    }

    /** With nine degrees of freedom, more than 50 happens once in ten million times. */
    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    @Example
    void aClosedReceiptIsWipedAndNeverPrinted() {
        Receipt receipt = Receipt.generate();
        assertEquals("Receipt", receipt.toString());
        byte[] zeros = "0".repeat(Receipt.DIGITS).getBytes(StandardCharsets.US_ASCII);
        assertFalse(Arrays.equals(zeros, receipt.secret()));
        receipt.close();
        assertArrayEquals(zeros, receipt.secret());
    }
}
