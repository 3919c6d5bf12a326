package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.amanet.dossiers.Filed;
import org.amanet.dossiers.Paper;
import org.amanet.http.EntityTags;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dossier of a report: what the desk works out about it, paper by paper. */
@Path("/api/v1/desk/reports/{id}/papers")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class PaperResource {
    private static final String NEW = "*";

    private final Paperwork paperwork;

    PaperResource(Paperwork paperwork) {
        this.paperwork = paperwork;
    }

    @GET
    @Operation(summary = "The papers of a report", description = "Only who may open it can.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<Filed<Paper>> papers(@PathParam("id") String id) {
        return paperwork.papers(id);
    }

    @PUT
    @Path("/{paper}")
    @Operation(
            summary = "File a paper, or its next version",
            description =
                    "A new one under an id of the sender's with If-None-Match: *; another version of"
                            + " one with If-Match. The same once more changes nothing.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Filed<Paper>> file(
            @PathParam("id") String id,
            @PathParam("paper") String paper,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String none,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Valid @NotNull Paper content) {
        long version = NEW.equals(none) && seen == null ? 0 : EntityTags.seen(seen);
        return answer(paperwork.file(id, Paperwork.Which.of(paper, version), content));
    }

    @DELETE
    @Path("/{paper}")
    @Operation(
            summary = "Take a paper out",
            description = "Its earlier versions stay sealed with the report.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void strike(
            @PathParam("id") String id,
            @PathParam("paper") String paper,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        paperwork.strike(id, Paperwork.Which.of(paper, EntityTags.seen(seen)));
    }

    @POST
    @Path("/{paper}/review")
    @Operation(
            summary = "Say that a translation was read against the original",
            description = "By somebody else than whoever wrote it.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public RestResponse<Filed<Paper>> review(
            @PathParam("id") String id,
            @PathParam("paper") String paper,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        return answer(paperwork.review(id, Paperwork.Which.of(paper, EntityTags.seen(seen))));
    }

    private static RestResponse<Filed<Paper>> answer(Filed<Paper> filed) {
        return EntityTags.answer(Response.Status.OK, filed, filed.version());
    }
}
