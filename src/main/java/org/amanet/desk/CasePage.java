package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.reports.Mark;
import org.amanet.reports.Relatives;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An open report in the browser. To look at this page is the act that stands in the log. */
@Path("/desk/reports/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class CasePage {
    private final Showing showing;
    private final Casework casework;

    CasePage(Showing showing, Casework casework) {
        this.showing = showing;
        this.casework = casework;
    }

    @GET
    public TemplateInstance look(
            @PathParam("id") String id,
            @QueryParam("reply") @Nullable String reply,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return showing.page(Showing.Asked.of(id, wanted), reply);
    }

    @POST
    @Path("/relatives")
    public RestResponse<TemplateInstance> relatives(
            @PathParam("id") String id,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return showing.relatives(
                Showing.Asked.of(id, wanted), Typed.in("relatives", "reason", reason));
    }

    @POST
    @Path("/recusal")
    public RestResponse<TemplateInstance> recuse(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed nothing = Typed.in("recusal", Map.of());
        return showing.attempt(
                Showing.Asked.of(id, wanted), nothing, () -> casework.recuse(id), "/desk");
    }

    /**
     * A case.
     *
     * @param replies what a message to the reporter can begin from
     * @param me whoever looks
     * @param path its address
     * @param colleagues whom a lead may give it to
     * @param relatives what lies under the second lock, shown after its own act only
     * @param mark of whoever looks, in what is shown to them
     */
    record Case(
            Language language,
            Frame frame,
            CaseView view,
            CaseSheet sheet,
            DossierSheet dossier,
            Replies.Sheet replies,
            UUID me,
            String path,
            List<Standing.Colleague> colleagues,
            Typed typed,
            @Nullable Relatives relatives,
            Mark mark,
            Seen seen)
            implements TemplateInstance {}

    /** Who looks, and when: said on the page, for whoever photographs it. */
    record Seen(String alias, Instant at) {}

    /**
     * What was typed while it could not be opened, to be sent again.
     *
     * @param second whether a second person is needed, rather than the vault
     */
    record Locked(Language language, Frame frame, String path, Typed typed, boolean second)
            implements TemplateInstance {}
}
