package org.amanet.links;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What many reports share. */
@Path("/api/v1/desk/patterns")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class PatternResource {
    private final Patterns patterns;

    PatternResource(Patterns patterns) {
        this.patterns = patterns;
    }

    @GET
    @Operation(summary = "Patterns among the reports that you may know of, the largest first")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<PatternView> all() {
        return patterns.all();
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One of them: its reports and what they share",
            description = "Opens the first of the reports that you hold.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public PatternDetail one(@PathParam("id") String id) {
        return patterns.one(Ids.of(id));
    }
}
