package org.amanet.staff;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Sends whoever has a locked vault to it, and lets them come back to what they wanted. */
class VaultFirst {
    private final CurrentMember current;

    VaultFirst(CurrentMember current) {
        this.current = current;
    }

    /** Only pages that are looked at: what was typed must not be lost on the way. */
    @NeedsVault
    @ServerRequestFilter
    public @Nullable Response unlockFirst(ContainerRequestContext request) {
        if (!request.getMethod().equals("GET") || current.isUnlocked()) {
            return null;
        }
        return Response.seeOther(Destination.of(request.getUriInfo()).byTheVault()).build();
    }
}
