package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.amanet.http.EntityTags;
import org.amanet.reports.Referral;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A report for another organisation's desk too, where the reporter has named it. */
@Path("/api/v1/desk/reports/{id}/referral")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class ReferralResource {
    private final Referring referring;

    ReferralResource(Referring referring) {
        this.referring = referring;
    }

    /** To which desk, by its short name. */
    record NewReferral(@NotBlank @Size(max = 60) String desk) {}

    @GET
    @Operation(summary = "The other desks, and which of them the reporter has named")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<Referral.Other> others(@PathParam("id") String id) {
        return referring.ways(id).others();
    }

    @POST
    @Operation(
            summary = "Give the report to another desk too",
            description =
                    "Only where the reporter has named that organisation (C3). What lies under the second lock"
                            + " is not given. The reporter sees it, and can end it.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Standing> refer(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewReferral wish) {
        Standing standing = referring.refer(id, EntityTags.seen(ifMatch), wish.desk());
        return EntityTags.answer(Response.Status.OK, standing, standing.version());
    }
}
