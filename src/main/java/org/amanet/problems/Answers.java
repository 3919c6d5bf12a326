package org.amanet.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.amanet.languages.Language;
import org.amanet.languages.Texts;
import org.jspecify.annotations.Nullable;

/** Writes a problem as a document for programs or as a kind page for people. */
@ApplicationScoped
class Answers {
    static final String JSON = "application/problem+json";
    static final String PAGE = "text/html;charset=UTF-8";

    private final ObjectMapper mapper;
    private final ProblemsConfig config;
    private final Texts texts = Texts.of("problems");

    Answers(ObjectMapper mapper, ProblemsConfig config) {
        this.mapper = mapper;
        this.config = config;
    }

    /** The whole answer to a refused request. */
    Response response(Refusal refusal, Asked asked) {
        var written = written(refusal, asked, null);
        var response =
                Response.status(refusal.problem().status())
                        .header(HttpHeaders.CONTENT_TYPE, written.type())
                        .entity(written.body());
        var retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        }
        return response.build();
    }

    /** The answer to a failure of ours; the id leads to the line in our log. */
    Response failure(Problem problem, String id, Asked asked) {
        var written = written(new Refusal(problem), asked, id);
        return Response.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, written.type())
                .entity(written.body())
                .build();
    }

    Written written(Refusal refusal, Asked asked, @Nullable String id) {
        var problem = refusal.problem();
        return asked.page()
                ? new Written(PAGE, page(problem, asked, id))
                : new Written(JSON, json(problem, asked.language(), id, refusal.faults()));
    }

    String title(Problem problem, Language language) {
        return texts.get(problem.titleKey(), language);
    }

    String detail(Problem problem, Language language) {
        return texts.get(problem.detailKey(), language);
    }

    private String page(Problem problem, Asked asked, @Nullable String id) {
        var language = asked.language();
        return new ProblemPage.Said(
                        language,
                        asked.home(),
                        title(problem, language),
                        detail(problem, language),
                        id)
                .setLocale(language.locale())
                .render();
    }

    private String json(
            Problem problem, Language language, @Nullable String id, List<Fault> faults) {
        var document =
                new ProblemDocument(
                        config.base() + problem.slug(),
                        title(problem, language),
                        problem.status(),
                        detail(problem, language),
                        id == null ? null : "urn:uuid:" + id,
                        faults);
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem document is always writable", impossible);
        }
    }

    /** A body and its media type. */
    record Written(String type, String body) {}
}
