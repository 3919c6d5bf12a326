package org.amanet.languages;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Dates as every reader understands them, in digits only: the platform's month names and order are
 * wrong for some of our scripts. Hours are those of Brussels, where most readers live.
 */
@TemplateExtension(namespace = "dates")
public final class Dates {
    /** Where days begin and end for whoever reads and works here. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd, HH:00");

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd, HH:mm:ss");

    private Dates() {}

    /** For example {@code 2026-11-24}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day on which this moment falls, for example {@code 2026-11-24}. */
    public static String dayOf(Instant moment) {
        return DAY.format(moment.atZone(ZONE));
    }

    /** Cut to the hour, for example {@code 2026-11-24, 08:00}. */
    public static String hour(Instant moment) {
        return HOUR.format(moment.atZone(ZONE));
    }

    /** To the second, for those who watch over the log: {@code 2026-11-24, 08:15:30}. */
    public static String second(Instant moment) {
        return SECOND.format(moment.atZone(ZONE));
    }
}
