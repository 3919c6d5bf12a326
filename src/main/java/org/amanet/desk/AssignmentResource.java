package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.amanet.http.EntityTags;
import org.amanet.reports.Assignment;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who has a report, and who must not. */
@Path("/api/v1/desk/reports/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class AssignmentResource {
    private final Casework casework;

    AssignmentResource(Casework casework) {
        this.casework = casework;
    }

    /**
     * Who shall have it; nobody, where no member is named.
     *
     * @param checked needed where the reporter described in words who must not see it: whoever
     *     assigns has made sure that it is not this member
     */
    record NewAssignment(@Nullable UUID member, boolean checked) {}

    @PUT
    @Path("/assignment")
    @Operation(summary = "Assign the report, or take it back")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Standing> assign(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewAssignment wish) {
        Assignment.To to = new Assignment.To(wish.member(), wish.checked());
        Standing standing = casework.assign(id, EntityTags.seen(ifMatch), to);
        return EntityTags.answer(Response.Status.OK, standing, standing.version());
    }

    @POST
    @Path("/recusal")
    @Operation(summary = "Give the report up because of a conflict")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void recuse(@PathParam("id") String id) {
        casework.recuse(id);
    }
}
