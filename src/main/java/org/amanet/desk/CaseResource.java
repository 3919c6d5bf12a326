package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.amanet.http.EntityTags;
import org.amanet.reports.Relatives;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;

/** One report, open. Opening it is an act: it stands in the log and the reporter can see it. */
@Path("/api/v1/desk/reports/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class CaseResource {
    static final int REASON_MAX_CHARACTERS = 1_000;

    private final Casework casework;

    CaseResource(Casework casework) {
        this.casework = casework;
    }

    /** Why it has to be: sealed as a note. */
    record Reason(@NotBlank @Size(max = REASON_MAX_CHARACTERS) String reason) {
        @Override
        public String toString() {
            return "Reason";
        }
    }

    @GET
    @Operation(summary = "Open the report", description = "What was new in it counts as read.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<CaseView> read(@PathParam("id") String id) {
        CaseView view = casework.read(id);
        return EntityTags.answer(Response.Status.OK, view, view.standing().version());
    }

    @POST
    @Path("/relatives")
    @Operation(summary = "Open what was told of relatives; the reason is sealed as a note")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Relatives relatives(@PathParam("id") String id, @Valid @NotNull Reason reason) {
        return casework.relatives(id, reason.reason());
    }
}
