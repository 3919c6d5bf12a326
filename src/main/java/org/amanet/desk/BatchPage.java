package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What is done at once to all that were ticked on the queue. */
@Path("/desk/batch")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class BatchPage {
    private static final String GIVE = "give:";

    private final Batch batch;
    private final CurrentMember current;

    BatchPage(Batch batch, CurrentMember current) {
        this.batch = batch;
        this.current = current;
    }

    /** A script follows it line by line; without one the page comes when all is done. */
    @POST
    public Response start(
            @RestForm("report") @Nullable List<String> ticked,
            @RestForm("deed") @Nullable String deed,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Map<String, String> references = references(ticked == null ? List.of() : ticked);
        List<String> reports = List.copyOf(references.keySet());
        if (reports.isEmpty() || deed == null || deed.isEmpty()) {
            return page(wanted, List.of(), references);
        }
        Batch.Run run = batch.begin(reports, deed(deed));
        if (Batch.LINES.equals(accept)) {
            StreamingOutput lines = run::to;
            return Response.ok(lines, Batch.LINES).build();
        }
        return page(wanted, run.whole(), references);
    }

    /** A tick carries the id and, for the page that follows, the reference that was beside it. */
    private static Map<String, String> references(List<String> ticked) {
        if (ticked.size() > Batch.REPORTS_MAX) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
        Map<String, String> references = new LinkedHashMap<>();
        for (String one : ticked) {
            int end = one.indexOf(' ');
            references.put(end < 0 ? one : one.substring(0, end), one.substring(end + 1));
        }
        return references;
    }

    private static Batch.Wish deed(String text) {
        try {
            return text.startsWith(GIVE)
                    ? new Batch.Wish(null, UUID.fromString(text.substring(GIVE.length())))
                    : new Batch.Wish(Status.valueOf(text), null);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
    }

    private Response page(
            @Nullable String wanted, List<Batch.Outcome> outcomes, Map<String, String> references) {
        Language language = Language.bestOfStaff(wanted);
        List<Stayed> stayed =
                outcomes.stream()
                        .filter(outcome -> outcome.refusal() != null)
                        .map(outcome -> Stayed.of(outcome, references))
                        .toList();
        TemplateInstance page =
                new Ended(
                                language,
                                current.frame(language, "queue"),
                                outcomes.size() - stayed.size(),
                                stayed)
                        .setLocale(language.locale());
        return Response.ok(page, MediaType.TEXT_HTML_TYPE).build();
    }

    /**
     * What came of it.
     *
     * @param done how many were changed; none at all where nothing was ticked
     */
    record Ended(Language language, Frame frame, int done, List<Stayed> stayed)
            implements TemplateInstance {}

    /**
     * One that stayed as it was.
     *
     * @param trouble why; none where it could not even be opened
     */
    record Stayed(String id, String reference, @Nullable Trouble trouble) {
        static Stayed of(Batch.Outcome outcome, Map<String, String> references) {
            String reference = references.getOrDefault(outcome.id(), "");
            Optional<Trouble> trouble =
                    Optional.ofNullable(outcome.refusal()).flatMap(Trouble::known);
            return new Stayed(outcome.id(), reference, trouble.orElse(null));
        }
    }
}
