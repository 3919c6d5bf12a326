package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forms of the dossier on the page of a case; each carries the version that was seen. */
@Path("/desk/reports/{id}/papers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class PaperPage {
    private final Showing showing;
    private final Paperwork paperwork;

    PaperPage(Showing showing, Paperwork paperwork) {
        this.showing = showing;
        this.paperwork = paperwork;
    }

    @POST
    public RestResponse<TemplateInstance> file(
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Map<String, String> fields = new HashMap<>();
        sent.forEach((name, values) -> fields.put(name, String.join(" ", values)));
        Typed typed = PaperForm.typed(fields);
        Showing.Asked asked = Showing.Asked.of(id, wanted);
        return showing.attempt(
                asked,
                typed,
                () ->
                        paperwork.file(
                                id,
                                PaperForm.which(typed),
                                paperwork.read(PaperForm.content(typed))),
                asked.path() + "#" + PaperForm.section(typed));
    }

    @POST
    @Path("/{paper}/removal")
    public RestResponse<TemplateInstance> strike(
            @PathParam("id") String id,
            @PathParam("paper") String paper,
            @FormParam("version") @Nullable String version,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = seen(paper, "removal", version);
        return showing.attempt(
                Showing.Asked.of(id, wanted),
                typed,
                () -> paperwork.strike(id, Paperwork.Which.of(paper, typed.version())),
                Showing.Asked.of(id, wanted).path());
    }

    @POST
    @Path("/{paper}/review")
    public RestResponse<TemplateInstance> review(
            @PathParam("id") String id,
            @PathParam("paper") String paper,
            @FormParam("version") @Nullable String version,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = seen(paper, "review", version);
        return showing.attempt(
                Showing.Asked.of(id, wanted),
                typed,
                () -> paperwork.review(id, Paperwork.Which.of(paper, typed.version())),
                Showing.Asked.of(id, wanted).path());
    }

    private static Typed seen(String paper, String act, @Nullable String version) {
        return Typed.in(
                PaperForm.FORM + "/" + paper + "/" + act,
                Map.of("paper", paper, "version", Objects.toString(version, "")));
    }
}
