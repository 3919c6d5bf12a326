package org.amanet.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who looks for known harm in files: a clamd that runs already, or clamscan; otherwise nobody. */
@ConfigMapping(prefix = "amanet.evidence.scanner")
interface ScannerConfig {
    /** The socket of clamd. */
    Optional<Path> socket();

    /** {@code clamscan}, where there is no clamd. */
    Optional<Path> command();

    /** Its signatures. */
    @WithDefault("/var/lib/clamav")
    Path signatures();

    /** What it may take, in bytes of address space; the official signatures need a lot. */
    @WithDefault("4294967296")
    long memory();

    /** How long it may take. */
    @WithDefault("2m")
    Duration time();
}
