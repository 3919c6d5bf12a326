package org.amanet.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the intake becomes careful. */
@ConfigMapping(prefix = "amanet.intake")
interface IntakeConfig {
    /**
     * What may be sent to one server in a minute before it asks for work or a little patience:
     * three times what the worst minute of a campaign is expected to bring.
     */
    @WithDefault("30")
    int calmPerMinute();

    /** The most hashes that a proof takes, twice what it takes on average. */
    @WithDefault("100000")
    int proofWork();

    /** How long somebody without scripts is asked to wait instead. */
    @WithDefault("10s")
    Duration turn();

    /**
     * Accounts of the same words that one server passes on within an hour and the one before; what
     * comes beyond that is put aside. Sixty people filing the same text together are no flood.
     */
    @WithDefault("60")
    int identicalPerHour();
}
