package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.amanet.intake.TypedBack.Kind;
import org.amanet.reports.Band;
import org.junit.jupiter.api.Test;

class TypedBackTest {
    private static final String RECEIPT = "8227 5089 3948 3700 2691 7761 7291";
    private static final String DECOY = "1202 5089 8607 1332 0348 5561 6326";
    private static final Given GIVEN = new Given("CRZC-MRKH", RECEIPT, DECOY, Band.P3, false, true);

    private static TypedBack typed(String text) {
        return TypedBack.compare(text, GIVEN);
    }

    @Test
    void theReceiptIsRightHoweverItIsGroupedAndInEveryScript() {
        assertEquals(Kind.RIGHT, typed(RECEIPT).kind());
        assertEquals(Kind.RIGHT, typed(RECEIPT.replace(" ", "")).kind());
        assertEquals(Kind.RIGHT, typed(" 8227-5089 3948\t3700 26 91 7761 7291 ").kind());
        assertEquals(Kind.RIGHT, typed(inArabicDigits(RECEIPT)).kind());
    }

    @Test
    void theFirstGroupThatDiffersIsNamed() {
        assertEquals(new TypedBack(Kind.OTHER_GROUP, 1), typed("9" + RECEIPT.substring(1)));
        assertEquals(
                new TypedBack(Kind.OTHER_GROUP, 3), typed("8227 5089 3984 3700 2691 7761 7290"));
        assertEquals(
                new TypedBack(Kind.OTHER_GROUP, 7), typed("8227 5089 3948 3700 2691 7761 7219"));
    }

    @Test
    void otherLengthsAreCounted() {
        assertEquals(new TypedBack(Kind.OTHER_LENGTH, 27), typed(RECEIPT.substring(1)));
        assertEquals(new TypedBack(Kind.OTHER_LENGTH, 29), typed(RECEIPT + "1"));
        assertEquals(Kind.NOTHING, typed("").kind());
        assertEquals(Kind.NOTHING, typed("my code").kind());
    }

    @Test
    void theSecondCodeIsRecognised() {
        assertEquals(Kind.THE_DECOY, typed(DECOY).kind());
    }

    private static String inArabicDigits(String text) {
        StringBuilder other = new StringBuilder();
        text.chars().forEach(c -> other.append((char) (c == ' ' ? c : c - '0' + '\u0660')));
        return other.toString();
    }
}
