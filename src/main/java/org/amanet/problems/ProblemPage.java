package org.amanet.problems;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.amanet.languages.Language;
import org.jspecify.annotations.Nullable;

/** What each problem type means: the page behind every {@code type}. */
@Path("/problems")
@Produces(MediaType.TEXT_HTML)
class ProblemPage {
    private final Answers answers;

    ProblemPage(Answers answers) {
        this.answers = answers;
    }

    @GET
    @PermitAll
    public TemplateInstance all(@HeaderParam("Accept-Language") @Nullable String wanted) {
        var language = Language.best(wanted);
        var rows = Arrays.stream(Problem.values()).map(problem -> row(problem, language)).toList();
        return new Listed(language, rows).setLocale(language.locale());
    }

    @GET
    @Path("{slug}")
    @PermitAll
    public TemplateInstance one(
            @PathParam("slug") String slug,
            @HeaderParam("Accept-Language") @Nullable String wanted) {
        var language = Language.best(wanted);
        var problem = Problem.ofSlug(slug).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return new Listed(language, List.of(row(problem, language))).setLocale(language.locale());
    }

    private Row row(Problem problem, Language language) {
        return new Row(
                problem.slug(),
                problem.status(),
                answers.title(problem, language),
                answers.detail(problem, language));
    }

    /** Said to a person whose request was refused. */
    record Said(Language language, String home, String title, String detail, @Nullable String id)
            implements TemplateInstance {}

    /** The catalogue of problem types. */
    record Listed(Language language, List<Row> rows) implements TemplateInstance {}

    /** One problem type. */
    record Row(String slug, int status, String title, String detail) {}
}
