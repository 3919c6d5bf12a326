package org.amanet.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.amanet.languages.Dates;

/**
 * The days on which a desk works, as Brussels has them.
 *
 * @param days of a week, at least one
 * @param off single days on which nobody works all the same
 */
public record WorkingDays(Set<DayOfWeek> days, Set<LocalDate> off) {
    /** Longer than any desk rests; beyond it something is wrong with the configuration. */
    private static final int REST_MAX_DAYS = 60;

    /**
     * @throws IllegalArgumentException where no day of the week is left
     */
    public WorkingDays {
        days = Set.copyOf(days);
        off = Set.copyOf(off);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a desk works on at least one day of the week");
        }
    }

    /**
     * So many working days later, at the same time of day; what begins on a day off waits for it to
     * end.
     */
    public Instant after(Instant from, long count) {
        ZonedDateTime day = from.atZone(Dates.ZONE);
        if (!works(day.toLocalDate())) {
            day = next(day).toLocalDate().atStartOfDay(Dates.ZONE);
        }
        for (long i = 0; i < count; i++) {
            day = next(day);
        }
        return day.toInstant();
    }

    /** This moment, or the beginning of the next working day where it falls on a day off. */
    public Instant orNext(Instant moment) {
        return after(moment, 0);
    }

    private ZonedDateTime next(ZonedDateTime from) {
        return Stream.iterate(from.plusDays(1), day -> day.plusDays(1))
                .limit(REST_MAX_DAYS)
                .filter(day -> works(day.toLocalDate()))
                .findFirst()
                .orElseGet(() -> from.plusDays(1));
    }

    private boolean works(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !off.contains(day);
    }
}
