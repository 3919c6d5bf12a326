package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.amanet.reports.JointOpenings;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What is asked of a second person. */
@Path("/api/v1/desk/joint-openings")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class JointResource {
    private final Joint joint;

    JointResource(Joint joint) {
        this.joint = joint;
    }

    @GET
    @Operation(summary = "Requests for a second person, of reports that I hold")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<JointOpenings.JointRequest> all() {
        return joint.all();
    }

    @POST
    @Path("/{opening}/second")
    @Operation(
            summary = "Agree to a request",
            description = "Takes one's own seal off; the asker can open the report for some hours.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void second(@PathParam("opening") String opening) {
        joint.give(opening);
    }
}
