package org.amanet.links;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
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
import org.amanet.languages.Language;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What connects a report to others, in the browser. To look at it is to open the report. */
@Path("/desk/reports/{id}/links")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class LinksPage {
    private final LinksShowing showing;
    private final Selecting selecting;
    private final Asking asking;

    LinksPage(LinksShowing showing, Selecting selecting, Asking asking) {
        this.showing = showing;
        this.selecting = selecting;
        this.asking = asking;
    }

    @GET
    public TemplateInstance look(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return showing.page(LinksShowing.Asked.of(id, wanted));
    }

    @POST
    @Path("/selectors")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> add(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Entered entered = entered("selectors", form);
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                entered,
                () -> selecting.add(Ids.of(id), entered.selector()));
    }

    @POST
    @Path("/suggestions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> takeOver(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Entered entered = entered("suggestions", form);
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                entered,
                () ->
                        selecting.takeOver(
                                Ids.of(id), entered.number(), entered.type(), entered.country()));
    }

    @POST
    @Path("/selectors/{selector}/withdrawal")
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("id") String id,
            @PathParam("selector") String selector,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                Entered.in("selectors/" + selector + "/withdrawal", Map.of()),
                () -> selecting.withdraw(Ids.of(id), Ids.of(selector)));
    }

    @POST
    @Path("/selectors/{selector}/questions")
    public RestResponse<TemplateInstance> ask(
            @PathParam("id") String id,
            @PathParam("selector") String selector,
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Entered entered = Entered.in("selectors/" + selector + "/questions", "text", text);
        return showing.attempt(
                LinksShowing.Asked.of(id, wanted),
                entered,
                () ->
                        asking.ask(
                                Ids.of(id),
                                Ids.of(selector),
                                entered.words("text", Entered.TEXT_MAX)),
                "/desk/questions");
    }

    private static Entered entered(String form, MultivaluedMap<String, String> sent) {
        Map<String, String> fields = new HashMap<>();
        sent.forEach((name, values) -> fields.put(name, values.getFirst()));
        return Entered.in(form, fields);
    }

    /**
     * The page.
     *
     * @param path its address
     * @param types what a selector can be
     */
    record Links(
            Language language,
            Frame frame,
            LinksView view,
            SelectorTypes types,
            String path,
            Entered entered)
            implements TemplateInstance {}

    /** What was typed while the vault was locked, to be sent again. */
    record Locked(Language language, Frame frame, String path, Entered entered)
            implements TemplateInstance {}
}
