package org.amanet.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many different reports one person reads before somebody asks why. */
@ConfigMapping(prefix = "amanet.reading")
interface ReadingConfig {
    /** In an hour of the clock; with one more, the leads are told. */
    @WithDefault("40")
    int hourAlarm();

    /** In an hour of the clock; no more are opened. */
    @WithDefault("80")
    int hourMost();

    /** In the last 24 hours; with one more, the leads are told. */
    @WithDefault("150")
    int dayAlarm();

    /** In the last 24 hours; no more are opened. */
    @WithDefault("300")
    int dayMost();
}
