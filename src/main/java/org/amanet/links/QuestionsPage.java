package org.amanet.links;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Map;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What colleagues ask each other about matches. */
@Path("/desk/questions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class QuestionsPage {
    private static final String HERE = "/desk/questions";

    private final Asking asking;
    private final CurrentMember current;

    QuestionsPage(Asking asking, CurrentMember current) {
        this.asking = asking;
        this.current = current;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(Language.bestOfStaff(wanted), Entered.NOTHING);
    }

    @POST
    @Path("/{id}/answer")
    public RestResponse<TemplateInstance> answer(
            @PathParam("id") String id,
            @FormParam("text") @Nullable String text,
            @FormParam("propose") @Nullable String propose,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Entered entered =
                Entered.in(
                        id + "/answer",
                        Map.of("text", Entered.or(text), "propose", Entered.or(propose)));
        Language language = Language.bestOfStaff(wanted);
        try {
            current.vault();
            boolean link = entered.is(entered.form(), "propose", "true");
            asking.answer(Ids.of(id), link, entered.words("text", Entered.TEXT_MAX));
            return RestResponse.seeOther(URI.create(HERE));
        } catch (Refusal refusal) {
            if (refusal.problem() == Problem.VAULT_LOCKED) {
                return answered(
                        refusal.problem().status(),
                        new LinksPage.Locked(
                                        language,
                                        current.frame(language, "questions"),
                                        HERE,
                                        entered)
                                .setLocale(language.locale()));
            }
            Trouble trouble = Trouble.of(refusal).orElseThrow(() -> refusal);
            return answered(trouble.status(), page(language, entered.with(trouble)));
        }
    }

    private static RestResponse<TemplateInstance> answered(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status).entity(page).build();
    }

    private TemplateInstance page(Language language, Entered entered) {
        current.vault();
        return new Asked(language, current.frame(language, "questions"), asking.look(), entered)
                .setLocale(language.locale());
    }

    /** The questions to and from whoever looks. */
    record Asked(Language language, Frame frame, Questions questions, Entered entered)
            implements TemplateInstance {}
}
