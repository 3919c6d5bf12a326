package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What waits for whoever asks. */
@Path("/api/v1/desk/reports")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class QueueResource {
    private final Waiting waiting;

    QueueResource(Waiting waiting) {
        this.waiting = waiting;
    }

    /** One page of the queue. */
    record QueueView(List<QueueRow> items) {}

    @GET
    @APIResponse(
            responseCode = "200",
            description =
                    "The reports that whoever asks may open, worst band first, then the earliest"
                            + " deadline. Link (rel=next) leads to the following page.",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    public Response reports(@BeanParam QueueQuery query, @Context UriInfo uri) {
        return waiting.page(query).answer(uri);
    }
}
