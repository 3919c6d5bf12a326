package org.amanet.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What the answers to browsers depend on. */
@ConfigMapping(prefix = "amanet.http")
interface HttpConfig {
    /** Where staff sign in: a form that is posted after the session ended is redirected there. */
    @WithDefault("${quarkus.oidc.auth-server-url:}")
    Optional<URI> signIn();
}
