package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.amanet.reports.Tally;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How much waits for whoever asks. */
@Path("/api/v1/desk/overview")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class OverviewResource {
    private final CurrentMember current;
    private final Tally tally;

    OverviewResource(CurrentMember current, Tally tally) {
        this.current = current;
        this.tally = tally;
    }

    @GET
    @Operation(
            summary = "How many reports wait for whoever asks",
            description =
                    "Of those that they may open, each number counted up to 1000. Opens nothing and logs nothing.")
    public Tally.Counts overview() {
        return tally.of(current.member());
    }
}
