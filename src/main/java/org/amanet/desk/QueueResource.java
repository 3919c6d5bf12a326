package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.amanet.http.Slice;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;

/** What waits for whoever asks. */
@Path("/api/v1/desk/reports")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class QueueResource {
    private final Waiting waiting;

    QueueResource(Waiting waiting) {
        this.waiting = waiting;
    }

    @GET
    @Operation(
            summary = "The reports that whoever asks may open",
            description =
                    "Worst band first, then the earliest deadline. Link (rel=next) leads to the following page.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Slice<QueueRow>> reports(
            @BeanParam QueueQuery query, @Context UriInfo uri) {
        return waiting.page(query).answer(uri);
    }
}
