package org.amanet.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The keys of the desks, with the signatures that say whose they are. */
@Path("/api/v1/desks/keys")
@PermitAll
@RunOnVirtualThread
class SealingKeysResource {
    private final SealingKeys keys;

    SealingKeysResource(SealingKeys keys) {
        this.keys = keys;
    }

    @GET
    @Operation(summary = "What it takes to seal a report: keys, and who stands for them")
    public SealingKeys.Published keys() {
        return keys.published();
    }
}
