package org.amanet.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** The first page: choose a language, then where to go. Nothing is guessed and nothing is kept. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomePage {
    @GET
    @PermitAll
    public TemplateInstance tongues(@HeaderParam("Accept-Language") @Nullable String wanted) {
        var language = Language.best(wanted);
        return new Tongues(language).setLocale(language.locale());
    }

    @GET
    @Path("{lang:[a-z]{2}(-[A-Z][a-z]{3})?}")
    @PermitAll
    public TemplateInstance home(@PathParam("lang") String tag) {
        var language = Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return new Home(language).setLocale(language.locale());
    }

    /** The choice of a language. */
    record Tongues(Language language) implements TemplateInstance {}

    /** The first page in one language. */
    record Home(Language language) implements TemplateInstance {}
}
