package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The files that came with a report. Taking one out as it came is an act of its own. */
@Path("/api/v1/desk/reports/{id}/exhibits")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class ExhibitResource {
    private final Casework casework;
    private final Viewing viewing;

    ExhibitResource(Casework casework, Viewing viewing) {
        this.casework = casework;
        this.viewing = viewing;
    }

    @GET
    @Operation(summary = "What is known of the files that came with the report")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<ExhibitView> all(@PathParam("id") String id) {
        return casework.exhibits(id);
    }

    @POST
    @Path("/{exhibit}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "A file as it came; the reason is sealed as a note",
            description =
                    "To look at it, take its rendition: an original can harm the machine it is opened"
                            + " on. The reporter sees that it was taken out. Its end is held back if"
                            + " it is not whole.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Response take(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @Valid @NotNull CaseResource.Reason reason) {
        return download(viewing.original(id, exhibit, reason.reason()));
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
