package org.amanet.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What the answers to browsers depend on, and how much one client may ask for. */
@ConfigMapping(prefix = "amanet.http")
interface HttpConfig {
    /** Where staff sign in: a form that is posted after the session ended is redirected there. */
    @WithDefault("${quarkus.oidc.auth-server-url:}")
    Optional<URI> signIn();

    /**
     * Reports that a lane may send in a minute. A lane is what shares an address: behind a proxy
     * the server must be told the addresses it forwards, or everybody is one lane.
     */
    @WithDefault("60")
    int reportsPerMinute();

    /** Requests with a receipt that a lane may make in a minute. */
    @WithDefault("120")
    int receiptsPerMinute();

    /** Turns in the line that a lane is given in a minute, when reports have to wait for one. */
    @WithDefault("20")
    int turnsPerMinute();

    /** Lanes that are counted at the same time; this bounds the memory they take. */
    @WithDefault("20000")
    int lanesRemembered();
}
