package org.amanet.links;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The index of one's own desk, and the change of its key. */
@Path("/api/v1/desk/index")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class IndexResource {
    private static final int LIMIT_MAX = 200;

    private final Rotation rotation;
    private final LinksConfig config;

    IndexResource(Rotation rotation, LinksConfig config) {
        this.rotation = rotation;
        this.config = config;
    }

    /**
     * A step.
     *
     * @param limit how many reports it takes over at most; what is usual here where none is said
     */
    record RotationStep(@Nullable @Min(1) @Max(LIMIT_MAX) Integer limit) {}

    @GET
    @Operation(summary = "Where the index of your desk stands")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public IndexView look() {
        return rotation.look();
    }

    @POST
    @Path("/rotation")
    @RolesAllowed(Person.LEAD)
    @Operation(
            summary = "Begin to change the index key",
            description = "Until the last report is taken over, both keys are used.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public IndexView begin() {
        return rotation.begin();
    }

    @POST
    @Path("/rotation/steps")
    @Operation(summary = "Take over some more reports; opens each of them")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public IndexView step(@Valid @NotNull RotationStep step) {
        return rotation.step(step.limit() == null ? config.rotationStep() : step.limit());
    }
}
