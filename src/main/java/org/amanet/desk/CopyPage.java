package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.amanet.evidence.CopyView;
import org.amanet.evidence.RedactionView;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/**
 * A file, looked at as a copy. To look is an act that stands in the log; to take out the original
 * is another, and needs a reason.
 */
@Path("/desk/reports/{id}/exhibits/{exhibit}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class CopyPage {
    static final String BOXES = "redactions";

    private static final String ORIGINAL = "original";

    private final Viewing viewing;
    private final CurrentMember current;

    CopyPage(Viewing viewing, CurrentMember current) {
        this.viewing = viewing;
        this.current = current;
    }

    @GET
    @Path("/view")
    public TemplateInstance look(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @QueryParam("page") @DefaultValue("1") int page,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return view(Whose.of(id, exhibit, wanted), page, Typed.NOTHING, null);
    }

    @GET
    @Path("/copy")
    @Produces(MediaType.WILDCARD)
    public Response copy(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @QueryParam("page") @DefaultValue("1") int page) {
        return RenditionResource.shown(viewing.copy(id, exhibit, page));
    }

    /** The file, saved by a browser. */
    @POST
    @Path("/" + ORIGINAL)
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_HTML})
    public Response take(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = Typed.in(ORIGINAL, "reason", reason);
        try {
            String why = typed.words("reason", CaseResource.REASON_MAX_CHARACTERS);
            return ExhibitResource.download(viewing.original(id, exhibit, why));
        } catch (Refusal refusal) {
            return again(Whose.of(id, exhibit, wanted), typed, refusal);
        }
    }

    @POST
    @Path("/" + BOXES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response blacken(
            @PathParam("id") String id,
            @PathParam("exhibit") String exhibit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted,
            MultivaluedMap<String, String> form) {
        Whose whose = Whose.of(id, exhibit, wanted);
        Typed typed = Typed.in(BOXES, BoxRow.fields(form));
        try {
            viewing.blacken(id, exhibit, BoxRow.boxes(typed));
            return Response.seeOther(URI.create(whose.path() + "/view#" + BOXES)).build();
        } catch (Refusal refusal) {
            return again(whose, typed, refusal);
        }
    }

    private Response again(Whose whose, Typed typed, Refusal refusal) {
        if (refusal.problem() == Problem.VAULT_LOCKED) {
            Frame frame = current.frame(whose.language(), "queue");
            TemplateInstance locked =
                    new CasePage.Locked(whose.language(), frame, whose.path(), typed, false)
                            .setLocale(whose.language().locale());
            return html(Problem.VAULT_LOCKED.status(), locked);
        }
        CopyTrouble trouble = CopyTrouble.of(refusal).orElseThrow(() -> refusal);
        return html(trouble.status(), view(whose, 1, typed, trouble));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status).entity(page).type(MediaType.TEXT_HTML).build();
    }

    private TemplateInstance view(
            Whose whose, int page, Typed typed, @Nullable CopyTrouble trouble) {
        Viewing.Looked looked = viewing.look(whose.id(), whose.exhibit(), page);
        Language language = whose.language();
        return new View(
                        language,
                        current.frame(language, "queue"),
                        looked.copy(),
                        looked.redactions(),
                        BoxRow.of(typed, looked.copy().page()),
                        whose,
                        typed,
                        trouble)
                .setLocale(language.locale());
    }

    /** Whose file, and in which language. */
    record Whose(String id, String exhibit, Language language) {
        static Whose of(String id, String exhibit, @Nullable String acceptLanguage) {
            return new Whose(id, exhibit, Language.bestOfStaff(acceptLanguage));
        }

        public String report() {
            return "/desk/reports/" + id;
        }

        public String path() {
            return report() + "/exhibits/" + exhibit;
        }
    }

    /**
     * A copy to look at.
     *
     * @param redactions blacked-out copies of the same file
     * @param rows lines of the form for new ones
     */
    record View(
            Language language,
            Frame frame,
            CopyView copy,
            List<RedactionView> redactions,
            List<BoxRow> rows,
            Whose whose,
            Typed typed,
            @Nullable CopyTrouble trouble)
            implements TemplateInstance {}
}
