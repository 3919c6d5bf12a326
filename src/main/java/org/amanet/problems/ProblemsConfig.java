package org.amanet.problems;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How problems are named to the outside. */
@ConfigMapping(prefix = "amanet.problems")
interface ProblemsConfig {
    /** What stands before the slug in {@code type}; a relative reference stays with this server. */
    @WithDefault("/problems/")
    String base();
}
