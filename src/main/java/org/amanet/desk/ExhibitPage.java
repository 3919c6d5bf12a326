package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.amanet.staff.Person;

/**
 * A file, saved by a browser. A form and no link: it is an act, and nothing may do it by looking
 * ahead.
 */
@Path("/desk/reports/{id}/exhibits/{exhibit}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class ExhibitPage {
    private final Casework casework;

    ExhibitPage(Casework casework) {
        this.casework = casework;
    }

    @POST
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_HTML})
    public Response take(@PathParam("id") String id, @PathParam("exhibit") String exhibit) {
        return ExhibitResource.download(casework.exhibit(id, exhibit));
    }
}
