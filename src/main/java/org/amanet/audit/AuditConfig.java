package org.amanet.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** When the log is signed, and with what. */
@ConfigMapping(prefix = "amanet.audit")
interface AuditConfig {
    /** PKCS#8 PEM file with the Ed25519 key that signs checkpoints. */
    Path checkpointKey();

    /** Entries after which a checkpoint is made. */
    @WithDefault("1000")
    int checkpointEntries();

    /** Time after which one is made where there are fewer entries, if there are any. */
    @WithDefault("10m")
    Duration checkpointAge();

    /** How often to look whether one is due. */
    @WithDefault("5s")
    Duration checkpointLook();

    /** How often each server checks the whole log by itself. */
    @WithDefault("12h")
    Duration verificationEvery();
}
