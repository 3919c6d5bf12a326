package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** One act on many reports. */
@Path("/api/v1/desk/batches")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class BatchResource {
    private final Batch batch;

    BatchResource(Batch batch) {
        this.batch = batch;
    }

    /**
     * Which reports, and what shall be done to each: a status or an assignee.
     *
     * @param assignee a member's id
     */
    record NewBatch(
            @NotNull @Size(min = 1, max = Batch.REPORTS_MAX) List<@NotNull String> reports,
            @Nullable Status status,
            @Nullable UUID assignee) {}

    @POST
    @Produces(Batch.LINES)
    @Operation(
            summary = "Do the same to many reports",
            description =
                    "Each is opened for it, which its reporter sees. A line for each as soon as it is done,"
                            + " with its problem where it stays as it was.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public StreamingOutput start(@Valid @NotNull NewBatch wish) {
        Batch.Wish each = new Batch.Wish(wish.status(), wish.assignee());
        Batch.Run run = batch.begin(wish.reports().stream().distinct().toList(), each);
        return run::to;
    }
}
