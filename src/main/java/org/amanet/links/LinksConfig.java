package org.amanet.links;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on something is a pattern, and how much is done at once. */
@ConfigMapping(prefix = "amanet.links")
interface LinksConfig {
    /** Reports that have to share what an actor uses. */
    @WithDefault("3")
    int patternReports();

    /** Countries that these have to come from. */
    @WithDefault("2")
    int patternCountries();

    /** Patterns that are listed at most, the largest first. */
    @WithDefault("50")
    int patternsMax();

    /** Reports that one step of a change of key opens at most. */
    @WithDefault("20")
    int rotationStep();
}
