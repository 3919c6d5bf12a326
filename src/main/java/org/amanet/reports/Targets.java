package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.WorkingDays;

/**
 * By when a person has to look: what the band says, counted from the hour. Where somebody may be in
 * danger the clock never stands still; elsewhere it counts the days on which the desk works.
 */
@ApplicationScoped
class Targets {
    private final Desks desks;

    Targets(Desks desks) {
        this.desks = desks;
    }

    /** For the first act after this moment. */
    Instant first(String desk, Band band, Instant from) {
        Instant hour = from.truncatedTo(ChronoUnit.HOURS);
        Optional<WorkingDays> days = daysOf(desk, band);
        return days.map(working -> working.after(hour, band.firstAction().toDays()))
                .orElseGet(() -> hour.plus(band.firstAction()));
    }

    /** For the next look after something was done. */
    Instant review(String desk, Band band, Instant from) {
        Instant wall = from.truncatedTo(ChronoUnit.HOURS).plus(band.nextReview());
        return daysOf(desk, band).map(working -> working.orNext(wall)).orElse(wall);
    }

    private Optional<WorkingDays> daysOf(String desk, Band band) {
        return band.countsWorkingDays() ? desks.named(desk).map(Desk::working) : Optional.empty();
    }
}
