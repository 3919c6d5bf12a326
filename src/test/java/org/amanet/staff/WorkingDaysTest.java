package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.amanet.languages.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalDate MONDAY_OFF = LocalDate.of(2026, 11, 30);

    private final WorkingDays usual = new WorkingDays(WEEK, Set.of());
    private final WorkingDays withOneOff = new WorkingDays(WEEK, Set.of(MONDAY_OFF));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Dates.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T15:00, 3, 2026-11-27T15:00",
        "2026-11-27T15:00, 1, 2026-11-30T15:00",
        "2026-11-27T15:00, 5, 2026-12-04T15:00",
        "2026-11-28T15:00, 0, 2026-11-30T00:00",
        "2026-11-28T15:00, 3, 2026-12-03T00:00",
        "2027-03-26T12:00, 1, 2027-03-29T12:00"
    })
    void areCountedFromTheHourAndDaysOffAreNot(String from, long count, String expected) {
        assertEquals(at(expected), usual.after(at(from), count));
    }

    @Test
    void leaveOutSingleDaysToo() {
        assertEquals(at("2026-12-01T15:00"), withOneOff.after(at("2026-11-27T15:00"), 1));
        assertEquals(at("2026-12-01T00:00"), withOneOff.orNext(at("2026-11-29T10:00")));
        assertEquals(at("2026-12-01T10:00"), withOneOff.orNext(at("2026-12-01T10:00")));
    }

    @Test
    void areAtLeastOneOfAWeek() {
        assertThrows(IllegalArgumentException.class, () -> new WorkingDays(Set.of(), Set.of()));
    }

    /**
     * Whatever a desk is set up with: never earlier than asked, never on a day off, always an
     * answer.
     */
    @Property
    void neverEndOnADayOffOrBeforeTheirTime(
            @ForAll @Size(min = 1) Set<DayOfWeek> days,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 90) int count) {
        Instant from = Instant.ofEpochSecond(second);
        Instant end = new WorkingDays(days, Set.of()).after(from, count);
        assertFalse(end.isBefore(from));
        assertEquals(true, days.contains(end.atZone(Dates.ZONE).getDayOfWeek()));
    }
}
