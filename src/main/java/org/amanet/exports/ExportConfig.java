package org.amanet.exports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How packages leave. */
@ConfigMapping(prefix = "amanet.exports")
interface ExportConfig {
    /** PKCS#8 PEM file with the Ed25519 key that signs packages. */
    Path signingKey();

    /** Named in every package. */
    @WithDefault("Amanet")
    String organisation();

    /** A package that nobody pulled ends after this. */
    @WithDefault("14d")
    Duration expiry();
}
