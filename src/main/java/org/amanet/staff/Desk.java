package org.amanet.staff;

import java.util.List;
import java.util.Set;

/**
 * An organisation's desk.
 *
 * @param slug its short name, as in configuration and on reports
 * @param alternate the desk that takes reports this one must not know of
 * @param working the days on which its clock runs, where nobody may be in danger
 * @param roundTheClock whether somebody reads at every hour
 */
public record Desk(
        String slug,
        String name,
        Set<String> countries,
        String alternate,
        WorkingDays working,
        boolean roundTheClock) {
    static Desk of(String slug, StaffConfig.DeskConfig config) {
        return new Desk(
                slug,
                config.name(),
                Set.copyOf(config.countries().orElse(List.of())),
                config.alternate(),
                new WorkingDays(config.workingDays(), config.daysOff().orElse(Set.of())),
                config.roundTheClock());
    }
}
