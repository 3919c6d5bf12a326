package org.amanet.links;

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
import java.util.Map;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forms of a report's links to others. */
@Path("/desk/reports/{id}/links")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class ReportLinkPage {
    private final LinksShowing showing;
    private final Linking linking;

    ReportLinkPage(LinksShowing showing, Linking linking) {
        this.showing = showing;
        this.linking = linking;
    }

    @POST
    @Path("/proposals")
    public RestResponse<TemplateInstance> propose(
            @PathParam("id") String id,
            @FormParam("other") @Nullable String other,
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Entered entered =
                Entered.in(
                        "proposals", Map.of("other", Entered.or(other), "text", Entered.or(text)));
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                entered,
                () -> linking.propose(Ids.of(id), entered.id("other"), entered.someWords("text")));
    }

    @POST
    @Path("/{link}/confirmation")
    public RestResponse<TemplateInstance> confirm(
            @PathParam("id") String id,
            @PathParam("link") String link,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                Entered.in(link + "/confirmation", Map.of()),
                () -> linking.confirm(Ids.of(link)));
    }

    @POST
    @Path("/{link}/rejection")
    public RestResponse<TemplateInstance> reject(
            @PathParam("id") String id,
            @PathParam("link") String link,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                Entered.in(link + "/rejection", Map.of()),
                () -> linking.reject(Ids.of(link)));
    }

    @POST
    @Path("/{link}/undoing")
    public RestResponse<TemplateInstance> undo(
            @PathParam("id") String id,
            @PathParam("link") String link,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Entered entered = Entered.in(link + "/undoing", "reason", reason);
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                entered,
                () -> linking.undo(Ids.of(link), entered.words("reason", Entered.TEXT_MAX)));
    }
}
