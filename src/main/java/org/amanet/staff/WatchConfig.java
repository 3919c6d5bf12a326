package org.amanet.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where failed sign-ins are read. The realm must keep events of the type LOGIN_ERROR and have a
 * confidential client with a service account that holds the role view-events of the client
 * realm-management, and no other.
 */
@ConfigMapping(prefix = "amanet.watch")
interface WatchConfig {
    /** The realm, as tokens name it. */
    @WithDefault("${quarkus.oidc.auth-server-url}")
    URI realm();

    /** The client that may read events. */
    @WithDefault("amanet-watch")
    String client();

    /** Its secret; without it nothing is read. */
    Optional<String> secret();

    /** How often to look. */
    @WithDefault("30s")
    Duration every();
}
