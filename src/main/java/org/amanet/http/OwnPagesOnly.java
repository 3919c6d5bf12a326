package org.amanet.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a browser send. A request that changes something and carries a
 * cookie must come from our own pages, as the browser itself says in {@code Sec-Fetch-Site} or else
 * in {@code Origin}; when it says neither, the answer is no. Reporters' pages set no cookie at all,
 * so there is no token to lose and no trace on the device; programs with a bearer token send none.
 */
class OwnPagesOnly {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        var site = request.getHeaderString("Sec-Fetch-Site");
        var carriesCookie = request.getHeaderString("Cookie") != null;
        if ("cross-site".equals(site) || (carriesCookie && !isOwn(site, request))) {
            throw new Refusal(Problem.FOREIGN_ORIGIN);
        }
    }

    private static boolean isOwn(@Nullable String site, ContainerRequestContext request) {
        if (site != null) {
            return "same-origin".equals(site);
        }
        var uri = request.getUriInfo().getBaseUri();
        var own = uri.getScheme() + "://" + uri.getRawAuthority();
        return own.equals(request.getHeaderString("Origin"));
    }
}
