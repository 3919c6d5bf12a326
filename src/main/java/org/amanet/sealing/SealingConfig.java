package org.amanet.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** What sealing needs to know of this deployment. */
@ConfigMapping(prefix = "amanet.sealing")
interface SealingConfig {
    /**
     * Deployment-wide salt for receipts (base64, at least 16 bytes). Changing it makes every
     * receipt worthless.
     */
    String receiptSalt();

    /**
     * Key derivations that run at once; each takes the memory of its parameters. As many as
     * processors where it is left out.
     */
    OptionalInt derivations();

    /** Derivations that may wait, over all lanes. */
    @WithDefault("256")
    int waiting();

    /** Nobody waits longer than this. */
    @WithDefault("20s")
    Duration patience();
}
