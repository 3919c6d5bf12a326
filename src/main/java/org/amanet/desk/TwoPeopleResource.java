package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.amanet.http.EntityTags;
import org.amanet.reports.JointOpenings;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reports that nobody opens alone. */
@Path("/api/v1/desk/reports/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class TwoPeopleResource {
    private final Joint joint;

    TwoPeopleResource(Joint joint) {
        this.joint = joint;
    }

    /**
     * Why a second person is needed now: sealed for the holders.
     *
     * @param lift whether a lead wants it to be opened by one alone again
     */
    record NewJointOpening(
            @NotBlank @Size(max = CaseResource.REASON_MAX_CHARACTERS) String reason, boolean lift) {
        @Override
        public String toString() {
            return "NewJointOpening";
        }
    }

    /** The request that was made. */
    record JointAsked(UUID id) {}

    @POST
    @Path("/joint-openings")
    @ResponseStatus(201)
    @Operation(summary = "Ask the other holders for a second person")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public JointAsked ask(@PathParam("id") String id, @Valid @NotNull NewJointOpening wish) {
        return new JointAsked(joint.ask(id, new JointOpenings.Wish(wish.lift(), wish.reason())));
    }

    @PUT
    @Path("/two-people")
    @Operation(summary = "From now on nobody opens it alone", description = "A lead decides it.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Standing> require(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(joint.require(id, EntityTags.seen(ifMatch)));
    }

    @DELETE
    @Path("/two-people")
    @Operation(
            summary = "From now on each holder opens it alone again",
            description = "A lead, after a second person agreed to a request with lift.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Standing> lift(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(joint.lift(id, EntityTags.seen(ifMatch)));
    }

    private static RestResponse<Standing> answer(Standing standing) {
        return EntityTags.answer(Response.Status.OK, standing, standing.version());
    }
}
