package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.amanet.evidence.BlackBox;
import org.amanet.evidence.RedactionView;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Copies from which something was taken away. The latest of each is what goes to others. */
@Path("/api/v1/desk/reports/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class RedactionResource {
    /** The longest account, with marks in it. */
    static final int MARKED_MAX_CHARACTERS = 30_000;

    private static final int BOXES_MAX = 200;

    private final Viewing viewing;

    RedactionResource(Viewing viewing) {
        this.viewing = viewing;
    }

    /** The account, with {@code [[} and {@code ]]} around what is taken away. */
    record MarkedAccount(@NotNull @Size(max = MARKED_MAX_CHARACTERS) String marked) {
        @Override
        public String toString() {
            return "MarkedAccount";
        }
    }

    /** What is made black on the pages of a file. */
    record BlackBoxes(@NotNull @Size(min = 1, max = BOXES_MAX) List<@NotNull BlackBox> boxes) {}

    /** A copy that was made. */
    record NewRedaction(UUID id) {}

    @GET
    @Path("/redactions")
    @Operation(summary = "The copies from which something was taken away, oldest first")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<RedactionView> all(@PathParam("id") String id) {
        return viewing.redactions(id);
    }

    @POST
    @Path("/redactions")
    @Operation(
            summary = "Take passages out of the account",
            description = "Nothing but the marks may have been added. The original stays.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    @ResponseStatus(201)
    public NewRedaction account(@PathParam("id") String id, @Valid @NotNull MarkedAccount wish) {
        return new NewRedaction(viewing.blackenAccount(id, wish.marked()));
    }

    @POST
    @Path("/exhibits/{exhibit}/redactions")
    @Operation(
            summary = "Make a blacked-out copy of an image or document",
            description = "Rectangles in per cent of the page. The original stays.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    @ResponseStatus(201)
    public NewRedaction exhibit(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @Valid @NotNull BlackBoxes wish) {
        return new NewRedaction(viewing.blacken(id, exhibit, wish.boxes()));
    }

    @GET
    @Path("/redactions/{redaction}")
    @Produces("image/png")
    @Operation(summary = "A page of a blacked-out copy")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Response page(
            @PathParam("id") String id,
            @PathParam("redaction") String redaction,
            @QueryParam("page") @DefaultValue("1") int page) {
        return RenditionResource.shown(viewing.blackened(id, redaction, page));
    }
}
