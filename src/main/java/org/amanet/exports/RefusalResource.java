package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An investigator says that a package is not wanted, and why. */
@Path("/api/v1/exports/{id}/refusal")
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class RefusalResource {
    private final CurrentMember current;
    private final HandOver handOver;

    RefusalResource(CurrentMember current, HandOver handOver) {
        this.current = current;
        this.handOver = handOver;
    }

    /** Why. */
    record NewRefusal(@NotNull RefusalReason reason) {}

    @POST
    @Operation(summary = "Refuse the package, with a reason")
    public void refuse(@PathParam("id") UUID id, @Valid @NotNull NewRefusal refusal) {
        handOver.refuse(id, current.member(), refusal.reason());
    }
}
