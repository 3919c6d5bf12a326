package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.amanet.reports.CeremonyProgress;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The way of a recovery to the machine that is offline, and back. */
@Path("/api/v1/desk/ceremonies")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class RecoveryResource {
    private final CeremonyWork work;

    RecoveryResource(CeremonyWork work) {
        this.work = work;
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Agree to a recovery or a drill that another lead asked for")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public CeremonyProgress approve(@PathParam("id") UUID id) {
        return work.approve(id);
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "What goes to the machine with the recovery key")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public String file(@PathParam("id") UUID id) {
        return work.file(id);
    }

    /** What came back, as it is. */
    record Recovered(@NotBlank @Size(max = 2_000_000) String file) {
        @Override
        public String toString() {
            return "Recovered";
        }
    }

    @PUT
    @Path("/{id}/file")
    @Operation(summary = "What came back from it")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public CeremonyProgress put(@PathParam("id") UUID id, @Valid @NotNull Recovered back) {
        return work.put(id, back.file());
    }
}
