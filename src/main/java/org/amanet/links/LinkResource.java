package org.amanet.links;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What becomes of a link that was proposed. */
@Path("/api/v1/desk/links/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class LinkResource {
    private final Linking linking;

    LinkResource(Linking linking) {
        this.linking = linking;
    }

    /** Why a link holds no more, for those who hold one of the two reports. */
    record Undoing(@NotBlank @Size(max = Entered.TEXT_MAX) String reason) {
        @Override
        public String toString() {
            return "Undoing";
        }
    }

    @POST
    @Path("/confirmation")
    @Operation(summary = "Confirm a link: whoever holds both reports, or a second person")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void confirm(@PathParam("id") String id) {
        linking.confirm(Ids.of(id));
    }

    @POST
    @Path("/rejection")
    @Operation(summary = "Reject a link that was proposed")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void reject(@PathParam("id") String id) {
        linking.reject(Ids.of(id));
    }

    @POST
    @Path("/undoing")
    @Operation(summary = "Undo a link that was confirmed")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void undo(@PathParam("id") String id, @Valid @NotNull Undoing undoing) {
        linking.undo(Ids.of(id), undoing.reason());
    }
}
