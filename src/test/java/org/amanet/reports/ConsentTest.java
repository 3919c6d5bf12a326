package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Consent.Scope;
import org.junit.jupiter.api.Test;

/** Of each choice it is known in which words and when it was given, and when it was taken back. */
class ConsentTest {
    private static final Instant FIRST = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T10:00:00Z");
    private static final Choice YES = new Choice(true, null, null, null, null);
    private static final Choice POLICE =
            new Choice(true, "DE", IdentityLevel.PSEUDONYM, null, null);

    private final Consent before =
            Consent.of(Map.of(Scope.C0, YES, Scope.C2, YES, Scope.C4, POLICE), "en", FIRST);

    @Test
    void whatStaysTheSameOnTheSameWordsKeepsItsHour() {
        Consent after =
                Consent.of(Map.of(Scope.C0, YES, Scope.C4, POLICE, Scope.C9, YES), "en", LATER)
                        .after(before);
        assertEquals(FIRST, after.stampOf(Scope.C4).hour());
        assertEquals(LATER, after.stampOf(Scope.C9).hour());
    }

    @Test
    void whatIsTakenBackSaysWhenAndGoesOnSayingIt() {
        Consent after = Consent.of(Map.of(Scope.C0, YES), "en", LATER).after(before);
        assertTrue(after.granted(Scope.C4).isEmpty());
        assertEquals(LATER, after.stampOf(Scope.C4).hour());
        Consent again =
                Consent.of(Map.of(Scope.C0, YES, Scope.C2, YES), "en", LATER.plusSeconds(3_600))
                        .after(after);
        assertEquals(LATER, again.stampOf(Scope.C4).hour());
    }

    @Test
    void anotherCountryIsAnotherDecision() {
        Choice elsewhere = new Choice(true, "SE", IdentityLevel.PSEUDONYM, null, null);
        Consent after =
                Consent.of(Map.of(Scope.C0, YES, Scope.C4, elsewhere), "en", LATER).after(before);
        assertEquals(LATER, after.stampOf(Scope.C4).hour());
    }

    @Test
    void theSameOnOtherWordsIsDecidedAnew() {
        Consent german = Consent.of(Map.of(Scope.C0, YES, Scope.C4, POLICE), "de", LATER);
        Consent after = german.after(before);
        assertEquals(LATER, after.stampOf(Scope.C4).hour());
        assertNotEquals(before.wording(), after.wording());
        assertFalse(german.saysTheSameAs(before));
    }

    @Test
    void sayingTheSameAgainIsSeen() {
        Consent again =
                Consent.of(Map.of(Scope.C0, YES, Scope.C2, YES, Scope.C4, POLICE), "en", LATER);
        assertTrue(again.saysTheSameAs(before));
        assertTrue(again.saysTheSameAs(again.after(before)));
    }

    @Test
    void anOlderConsentHasOneHourForAll() {
        Consent old =
                new Consent(
                        Map.of(Scope.C4, new Consent.Decision(true, "DE", null, null, null, null)),
                        "en",
                        "words",
                        FIRST);
        assertEquals(FIRST, old.stampOf(Scope.C4).hour());
        assertEquals("words", old.stampOf(Scope.C4).wording());
    }

    @Test
    void everyLineIsAskedAsTheMatrixSays() {
        Map<Scope, String> asked =
                ConsentRow.ALL.stream()
                        .collect(
                                Collectors.toMap(
                                        ConsentRow::scope,
                                        row ->
                                                row.asksName()
                                                        + " "
                                                        + row.country()
                                                        + " "
                                                        + row.levels().size()
                                                        + " "
                                                        + row.asksReview()));
        assertEquals("false NONE 0 false", asked.get(Scope.C0));
        assertEquals("true NONE 0 false", asked.get(Scope.C3));
        assertEquals("false NEEDED 3 false", asked.get(Scope.C4));
        assertEquals("false NEEDED 3 false", asked.get(Scope.C5));
        assertEquals("false NONE 1 false", asked.get(Scope.C6));
        assertEquals("false NONE 2 false", asked.get(Scope.C7));
        assertEquals("false FREE 3 false", asked.get(Scope.C8));
        assertEquals("false FREE 3 false", asked.get(Scope.C9));
        assertEquals("false NONE 0 true", asked.get(Scope.C10));
        assertEquals(Scope.values().length, asked.size());
    }
}
