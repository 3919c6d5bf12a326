package org.amanet.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** Advice on devices, to be read before a word is written. */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/safety")
@Produces(MediaType.TEXT_HTML)
class SafetyPage {
    @GET
    @PermitAll
    public TemplateInstance safety(@PathParam("lang") String tag) {
        var language = Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return new Safety(language).setLocale(language.locale());
    }

    /** The advice in one language. */
    record Safety(Language language) implements TemplateInstance {}
}
