package org.amanet.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Desks, the roots of trust, and how long a vault stays open. None of it is in the database, so the
 * database cannot change it.
 */
@ConfigMapping(prefix = "amanet.staff")
public interface StaffConfig {
    /**
     * Ed25519 key (base64) that vouches for the first lead; derived from the offline recovery
     * identity.
     */
    String rootKey();

    /** Root keys of before; who is vouched for by them stays so until the new one has signed. */
    Optional<List<String>> formerRootKeys();

    /** The offline recovery identity's public half; it receives a grant for every report. */
    String recoveryRecipient();

    /**
     * File with the age identity that all servers share; it seals vault tokens and nothing else.
     */
    Path tokenKey();

    /** A vault stays open at most so long. */
    @WithDefault("8h")
    Duration sessionAge();

    /** And is locked after so long without a request. */
    @WithDefault("20m")
    Duration sessionIdle();

    /** How often the log is told who else was turned away; the first is told at once. */
    @WithDefault("60s")
    Duration refusalsTold();

    /** Organisations that receive reports, by short name. */
    Map<String, DeskConfig> desks();

    /** One organisation's desk. */
    interface DeskConfig {
        /** The name reporters see. */
        String name();

        /** Countries whose reports come here by default (ISO 3166-1 alpha-2). */
        Optional<List<String>> countries();

        /** Languages that somebody there reads (BCP 47); all of them unless some are named. */
        Optional<List<String>> languages();

        /** The desk that takes what this one must not know of. */
        String alternate();

        /** Days of the week on which somebody works. */
        @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
        Set<DayOfWeek> workingDays();

        /** Single days on which nobody works all the same (ISO 8601). */
        Optional<Set<LocalDate>> daysOff();

        /** Whether somebody reads at every hour of every day; otherwise reporters are told. */
        @WithDefault("false")
        boolean roundTheClock();
    }
}
