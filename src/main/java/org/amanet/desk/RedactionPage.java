package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.amanet.evidence.RedactionView;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** Passages of an account are taken away here, and blacked-out copies are looked at. */
@Path("/desk/reports/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class RedactionPage {
    private static final String FORM = "redaction";
    private static final String FIELD = "text";

    private final Viewing viewing;
    private final CurrentMember current;

    RedactionPage(Viewing viewing, CurrentMember current) {
        this.viewing = viewing;
        this.current = current;
    }

    @GET
    @Path("/" + FORM)
    public TemplateInstance look(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return account(Showing.Asked.of(id, wanted), Typed.NOTHING, null);
    }

    @POST
    @Path("/" + FORM)
    public Response blacken(
            @PathParam("id") String id,
            @FormParam(FIELD) @Nullable String marked,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Showing.Asked asked = Showing.Asked.of(id, wanted);
        Typed typed = Typed.in(FORM, FIELD, marked);
        try {
            viewing.blackenAccount(id, typed.text(FORM, FIELD));
            return Response.seeOther(URI.create(asked.path() + "/" + FORM)).build();
        } catch (Refusal refusal) {
            return again(asked, typed, refusal);
        }
    }

    @GET
    @Path("/redactions/{redaction}")
    @Produces(MediaType.WILDCARD)
    public Response page(
            @PathParam("id") String id,
            @PathParam("redaction") String redaction,
            @QueryParam("page") @DefaultValue("1") int page) {
        return RenditionResource.shown(viewing.blackened(id, redaction, page));
    }

    private Response again(Showing.Asked asked, Typed typed, Refusal refusal) {
        if (refusal.problem() == Problem.VAULT_LOCKED) {
            Frame frame = current.frame(asked.language(), "queue");
            TemplateInstance locked =
                    new CasePage.Locked(asked.language(), frame, asked.path(), typed, false)
                            .setLocale(asked.language().locale());
            return html(Problem.VAULT_LOCKED.status(), locked);
        }
        CopyTrouble trouble = CopyTrouble.of(refusal).orElseThrow(() -> refusal);
        return html(trouble.status(), account(asked, typed, trouble));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status).entity(page).type(MediaType.TEXT_HTML).build();
    }

    private TemplateInstance account(
            Showing.Asked asked, Typed typed, @Nullable CopyTrouble trouble) {
        Viewing.Told told = viewing.account(asked.id());
        Language language = asked.language();
        String typedText = typed.text(FORM, FIELD);
        return new Account(
                        language,
                        current.frame(language, "queue"),
                        asked.path(),
                        typedText.isEmpty() ? told.account() : typedText,
                        told.redactions(),
                        trouble)
                .setLocale(language.locale());
    }

    /**
     * The account in a field, to be marked.
     *
     * @param text with the marks that were typed
     */
    record Account(
            Language language,
            Frame frame,
            String path,
            String text,
            List<RedactionView> redactions,
            @Nullable CopyTrouble trouble)
            implements TemplateInstance {}
}
