package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An investigator says that a package arrived whole. */
@Path("/api/v1/exports/{id}/acknowledgement")
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class AcknowledgementResource {
    private final CurrentMember current;
    private final HandOver handOver;

    AcknowledgementResource(CurrentMember current, HandOver handOver) {
        this.current = current;
        this.handOver = handOver;
    }

    @POST
    @Operation(summary = "Say that the package is here and opens")
    public void acknowledge(@PathParam("id") UUID id) {
        handOver.acknowledge(id, current.member());
    }
}
