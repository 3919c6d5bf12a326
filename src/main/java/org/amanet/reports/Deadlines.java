package org.amanet.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a day that a reporter named means for the band and for the due time. The rules know
 * deadlines as codes ("within 7 days"); here a day becomes one, counted from the hour in which it
 * was told.
 */
public final class Deadlines {
    /** What a deadline can be about: codes of the list URG. */
    public static final List<String> ABOUT =
            List.of("URG.DEMAND", "URG.FAM", "URG.RETURN", "URG.ASYL", "URG.OTHER");

    private static final Map<String, List<Within>> RULES =
            Map.of(
                    "URG.RETURN",
                    List.of(
                            new Within(7, "URG.RETURN.DATE_7D"),
                            new Within(30, "URG.RETURN.DATE_30D")),
                    "URG.DEMAND",
                    List.of(new Within(3, "URG.DEMAND.DEADLINE_72H")),
                    "URG.FAM",
                    List.of(new Within(3, "URG.FAM.DEADLINE_72H")),
                    "URG.ASYL",
                    List.of(new Within(14, "URG.ASYL.HEARING_14D")));

    /** Of which nobody knows what or when: it is getting worse, and a person looks. */
    private static final List<Within> OTHERWISE = List.of(new Within(3, BandRules.ESCALATING));

    private Deadlines() {}

    /** So many days before, or fewer, this code holds. */
    private record Within(int days, String code) {}

    /** The codes that hold for a deadline in the hour in which it was told. */
    static Set<String> codes(Answer deadline) {
        LocalDate day = deadline.date();
        if (day == null) {
            return Set.of(BandRules.ESCALATING);
        }
        long left = ChronoUnit.DAYS.between(day(deadline.hour()), day);
        return rules(deadline)
                .filter(rule -> left <= rule.days())
                .min(Comparator.comparingInt(Within::days))
                .map(rule -> Set.of(rule.code()))
                .orElse(Set.of());
    }

    /**
     * When a person has to look at the latest because of a day that was named: when it comes so
     * near that it is urgent, and after that before the day begins.
     *
     * @return none where there is no such day, or all of them are over
     */
    static Optional<Instant> next(List<Answer> answers, Instant now) {
        return answers.stream()
                .filter(answer -> answer.question() == Question.DEADLINE && answer.date() != null)
                .flatMap(Deadlines::moments)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> moments(Answer deadline) {
        LocalDate day = deadline.date();
        return day == null
                ? Stream.empty()
                : Stream.concat(
                                Stream.of(day),
                                rules(deadline).map(rule -> day.minusDays(rule.days())))
                        .map(one -> one.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Stream<Within> rules(Answer deadline) {
        List<Within> rules =
                deadline.codes().stream()
                        .flatMap(about -> RULES.getOrDefault(about, List.of()).stream())
                        .toList();
        return (rules.isEmpty() ? OTHERWISE : rules).stream();
    }

    private static LocalDate day(Instant hour) {
        return hour.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
