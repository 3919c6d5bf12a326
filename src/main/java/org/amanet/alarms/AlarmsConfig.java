package org.amanet.alarms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When something is more than usual. */
@ConfigMapping(prefix = "amanet.alarms")
interface AlarmsConfig {
    /** How often the log is looked at. */
    @WithDefault("10s")
    String watch();

    /** What lies under second locks, opened by one person within 24 hours. */
    @WithDefault("10")
    int relatives();

    /** Refusals that one person meets within an hour. */
    @WithDefault("10")
    int refusals();
}
