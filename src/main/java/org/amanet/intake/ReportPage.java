package org.amanet.intake;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.amanet.http.IdempotencyKeys;
import org.amanet.http.Quotas;
import org.amanet.languages.Language;
import org.amanet.problems.Causes;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Randomness;
import org.jspecify.annotations.Nullable;

/**
 * The form. Whatever we have to say no to, the page comes back with everything that was typed, and
 * with the key that makes a repetition the same report.
 */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/report")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
class ReportPage {
    private static final int KEY_BYTES = 24;

    private final Submission submission;
    private final FormCheck check;
    private final Offers offers;
    private final Quotas quotas;
    private final HttpServerRequest request;

    ReportPage(
            Submission submission,
            FormCheck check,
            Offers offers,
            Quotas quotas,
            HttpServerRequest request) {
        this.submission = submission;
        this.check = check;
        this.offers = offers;
        this.quotas = quotas;
        this.request = request;
    }

    /**
     * The form.
     *
     * @param key makes a repetition the same report
     * @param no what we had to say no to, if anything
     */
    record Form(Language language, ReportForm form, Offer offer, String key, No no)
            implements TemplateInstance {}

    @GET
    public TemplateInstance form(@PathParam("lang") String tag) {
        Language language = language(tag);
        return new Form(language, ReportForm.fresh(), offers.in(language), newKey(), No.NONE)
                .setLocale(language.locale());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("lang") String tag, MultivaluedMap<String, String> typed) {
        Language language = language(tag);
        ReportForm form = new ReportForm(typed);
        try {
            NewReport report = form.report(language);
            List<Missed> missed = check.missed(form, report);
            return missed.isEmpty()
                    ? page(Response.Status.CREATED.getStatusCode(), taken(form, report, language))
                    : refused(form, language, No.missing(missed), null);
        } catch (RuntimeException thrown) {
            Refusal refusal = Causes.known(thrown).orElseThrow(() -> thrown);
            No no = No.because(refusal.problem(), check.missed(refusal.faults()));
            return refused(form, language, no, refusal);
        }
    }

    private TemplateInstance taken(ReportForm form, NewReport report, Language language) {
        String key = IdempotencyKeys.require(form.text("key"));
        String lane = quotas.admit(Quotas.Door.INTAKE, request.remoteAddress());
        Submission.Accepted accepted = submission.submit(report, key, lane);
        return new ReceiptPage.Receipt(language, Given.of(accepted, report), null)
                .setLocale(language.locale());
    }

    private Response refused(ReportForm form, Language language, No no, @Nullable Refusal refusal) {
        String key = no.needsNewKey() ? newKey() : form.text("key");
        TemplateInstance again =
                new Form(language, form, offer(language, no), key, no).setLocale(language.locale());
        Response response = page(no.status(), again);
        if (refusal != null && refusal.retryAfter() != null) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.RETRY_AFTER, Math.max(1, refusal.retryAfter().toSeconds()));
        }
        return response;
    }

    /** Who could read it stands in the store; while that is away, words must not be lost. */
    private Offer offer(Language language, No no) {
        return no.storeIsAway() ? offers.withoutReaders(language) : offers.in(language);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private static String newKey() {
        return Randomness.token(KEY_BYTES);
    }
}
