package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    private static final Instant TOLD = Instant.parse("2026-11-25T22:00:00Z");
    private static final String ESCALATING = "URG.TREND.ESCALATING";

    private static Answer deadline(String about, String day) {
        return new Answer(
                Question.DEADLINE,
                List.of(about),
                null,
                null,
                null,
                day == null ? null : LocalDate.parse(day),
                List.of(),
                TOLD);
    }

    @ParameterizedTest
    @CsvSource({
        "URG.RETURN,2026-12-02,URG.RETURN.DATE_7D,P0",
        "URG.RETURN,2026-12-03,URG.RETURN.DATE_30D,P1",
        "URG.RETURN,2026-12-25,URG.RETURN.DATE_30D,P1",
        "URG.RETURN,2026-12-26,,P3",
        "URG.DEMAND,2026-11-28,URG.DEMAND.DEADLINE_72H,P1",
        "URG.DEMAND,2026-11-29,,P3",
        "URG.FAM,2026-11-24,URG.FAM.DEADLINE_72H,P1",
        "URG.ASYL,2026-12-09,URG.ASYL.HEARING_14D,P1",
        "URG.OTHER,2026-11-28,URG.TREND.ESCALATING,P2",
        "URG.OTHER,2026-11-29,,P3"
    })
    void aDayIsTheCodeThatTheRulesKnow(String about, String day, String code, Band band) {
        Answer deadline = deadline(about, day);
        assertEquals(code == null ? Set.of() : Set.of(code), Deadlines.codes(deadline));
        assertEquals(band, BandRules.of(deadline));
    }

    @Test
    void aDeadlineOfWhichNobodyKnowsTheDayMeansThatItGetsWorse() {
        assertEquals(Set.of(ESCALATING), Deadlines.codes(deadline("URG.RETURN", null)));
        assertEquals(Optional.empty(), next(TOLD, deadline("URG.RETURN", null)));
    }

    @Test
    void aPersonLooksWhenItBecomesUrgentAndOnceMoreBeforeTheDay() {
        Answer deadline = deadline("URG.RETURN", "2027-02-01");
        assertEquals(day("2027-01-02"), next(TOLD, deadline));
        assertEquals(day("2027-01-25"), next(day("2027-01-02").orElseThrow(), deadline));
        assertEquals(day("2027-02-01"), next(day("2027-01-25").orElseThrow(), deadline));
        assertEquals(Optional.empty(), next(day("2027-02-01").orElseThrow(), deadline));
    }

    @Test
    void ofSeveralTheNextOneCounts() {
        assertEquals(
                day("2026-12-07"),
                next(
                        TOLD,
                        deadline("URG.DEMAND", "2027-03-01"),
                        deadline("URG.DEMAND", "2026-12-10")));
    }

    private static Optional<Instant> next(Instant now, Answer... deadlines) {
        return Deadlines.next(List.of(deadlines), now);
    }

    private static Optional<Instant> day(String day) {
        return Optional.of(Instant.parse(day + "T00:00:00Z"));
    }
}
