package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The investigators whom a package can be prepared for. */
@Path("/api/v1/exports/recipients")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class RecipientResource {
    private final CurrentMember current;
    private final Recipients recipients;

    RecipientResource(CurrentMember current, Recipients recipients) {
        this.current = current;
        this.recipients = recipients;
    }

    @GET
    @Operation(summary = "Investigators whose keys are vouched for")
    public List<Recipients.RecipientView> all() {
        current.member();
        return recipients.all();
    }
}
