package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.amanet.evidence.CopyView;
import org.amanet.evidence.Rendition;
import org.amanet.http.Attachment;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** A file as a copy that was made anew, without anything in it that could act. */
@Path("/api/v1/desk/reports/{id}/exhibits/{exhibit}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class RenditionResource {
    private final Viewing viewing;

    RenditionResource(Viewing viewing) {
        this.viewing = viewing;
    }

    @GET
    @Path("/view")
    @Operation(
            summary = "What is known of a copy, and whether there can be one",
            description =
                    "How many pages, what made it, digests of original and copy, and what ClamAV said"
                            + " where there is one. Where obstacle is set there is no copy.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public CopyView view(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @QueryParam("page") @DefaultValue("1") int page) {
        return viewing.look(id, exhibit, page).copy();
    }

    @GET
    @Path("/rendition")
    @Produces({"image/png", "audio/mpeg", "video/webm", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "A page of the copy",
            description =
                    "An image (PNG) for images and pages, MP3 for sound, WebM for films (page 0 is a"
                            + " still), text. The reporter sees that a copy was looked at.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Response copy(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @QueryParam("page") @DefaultValue("1") int page) {
        return shown(viewing.copy(id, exhibit, page));
    }

    /** Shown by a browser as what it is, and as nothing else. */
    static Response shown(Rendition copy) {
        StreamingOutput bytes = copy::handTo;
        return Response.ok(bytes, copy.type())
                .header(HttpHeaders.CONTENT_LENGTH, copy.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", Attachment.POLICY)
                .build();
    }

    /** The same of a page of a blacked-out copy. */
    static Response shown(Blackened copy) {
        StreamingOutput bytes = copy::to;
        return Response.ok(bytes, "image/png")
                .header(HttpHeaders.CONTENT_LENGTH, copy.page().known().bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", Attachment.POLICY)
                .build();
    }
}
