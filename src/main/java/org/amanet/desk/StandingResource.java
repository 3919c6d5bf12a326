package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.amanet.http.EntityTags;
import org.amanet.reports.Band;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Status and band. Who changes one says which version they saw, so that no change is lost. */
@Path("/api/v1/desk/reports/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class StandingResource {
    private final Casework casework;

    StandingResource(Casework casework) {
        this.casework = casework;
    }

    /** The next status. */
    record NewStatus(@NotNull Status status) {}

    /** Another band than the rules gave, and why: the reason is sealed as a note. */
    record NewBand(
            @NotNull Band band,
            @NotBlank @Size(max = CaseResource.REASON_MAX_CHARACTERS) String reason) {
        @Override
        public String toString() {
            return "NewBand " + band;
        }
    }

    @PUT
    @Path("/status")
    @Operation(summary = "Move the report to another status")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Standing> status(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewStatus wish) {
        Standing standing = casework.move(id, EntityTags.seen(ifMatch), wish.status());
        return EntityTags.answer(Response.Status.OK, standing, standing.version());
    }

    @PUT
    @Path("/band")
    @Operation(summary = "Give the report another band; the reason is sealed as a note")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Standing> band(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewBand wish) {
        Standing standing =
                casework.override(id, EntityTags.seen(ifMatch), wish.band(), wish.reason());
        return EntityTags.answer(Response.Status.OK, standing, standing.version());
    }
}
