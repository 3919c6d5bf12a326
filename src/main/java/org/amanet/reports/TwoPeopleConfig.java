package org.amanet.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long two people's consent lasts. */
@ConfigMapping(prefix = "amanet.two-people")
interface TwoPeopleConfig {
    /** So long somebody can open what a second person agreed to. */
    @WithDefault("8h")
    Duration open();

    /** So long somebody can agree to what was asked. */
    @WithDefault("3d")
    Duration asked();
}
