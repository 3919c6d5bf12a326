package org.amanet.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How ceremonies about keys go on. */
@ConfigMapping(prefix = "amanet.ceremonies")
interface CeremonyConfig {
    /** So many reports are passed on in one step. */
    @WithDefault("50")
    int step();
}
