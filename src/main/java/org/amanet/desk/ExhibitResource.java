package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.amanet.evidence.Particulars;
import org.amanet.http.Attachment;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The files that came with a report. Taking one out is an act of its own. */
@Path("/api/v1/desk/reports/{id}/exhibits")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class ExhibitResource {
    private final Casework casework;

    ExhibitResource(Casework casework) {
        this.casework = casework;
    }

    @GET
    @Operation(summary = "What is known of the files that came with the report")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<ExhibitView> all(@PathParam("id") String id) {
        return casework.exhibits(id);
    }

    @GET
    @Path("/{exhibit}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "A file as it came",
            description =
                    "The reporter sees that it was opened. Its end is held back if it is not whole.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Response take(@PathParam("id") String id, @PathParam("exhibit") String exhibit) {
        return download(casework.exhibit(id, exhibit));
    }

    /** To be kept and never shown, whatever it is. */
    static Response download(Handing handing) {
        Particulars file = handing.stream().particulars();
        StreamingOutput bytes = handing::to;
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()))
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header("Content-Security-Policy", Attachment.POLICY)
                .build();
    }
}
