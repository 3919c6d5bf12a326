package org.amanet.intake;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
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
import java.util.Optional;
import org.amanet.http.IdempotencyKeys;
import org.amanet.languages.Language;
import org.amanet.problems.Causes;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Randomness;
import org.jspecify.annotations.Nullable;

/**
 * The form, one question a screen and all of them under one address: each page carries what was
 * typed on the others, and the server keeps nothing. Whatever we have to say no to, the page comes
 * back with everything that was typed, and with the key that makes a repetition the same report.
 */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/report")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
class ReportPage {
    private static final int KEY_BYTES = 24;
    private static final int OK = 200;

    private final Submission submission;
    private final FormCheck check;
    private final Offers offers;
    private final Gate gate;
    private final Turns turns;
    private final HttpServerRequest request;

    ReportPage(
            Submission submission,
            FormCheck check,
            Offers offers,
            Gate gate,
            Turns turns,
            HttpServerRequest request) {
        this.submission = submission;
        this.check = check;
        this.offers = offers;
        this.gate = gate;
        this.turns = turns;
        this.request = request;
    }

    /**
     * One screen of the form; what was typed on the others is carried in it.
     *
     * @param key makes a repetition the same report
     * @param turn that this key has been given, where many send at once; empty otherwise
     * @param edit whether it was opened from the overview, to lead back there
     * @param no what we had to say no to, if anything
     */
    record Screen(
            Language language,
            Step step,
            ReportForm form,
            Offer offer,
            String key,
            String turn,
            boolean edit,
            No no)
            implements TemplateInstance {}

    /** A pause: everything stays in the page, and nothing is kept. */
    record Paused(Language language, Step step, ReportForm form, String key, boolean edit)
            implements TemplateInstance {}

    @GET
    @Compressed
    public TemplateInstance form(@PathParam("lang") String tag) {
        return screen(Step.SAFETY, ReportForm.fresh(), language(tag), No.NONE);
    }

    @POST
    @Compressed
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@PathParam("lang") String tag, MultivaluedMap<String, String> typed) {
        Language language = language(tag);
        ReportForm form = new ReportForm(typed);
        try {
            return moved(form, language);
        } catch (RuntimeException thrown) {
            Refusal refusal = Causes.known(thrown).orElseThrow(() -> thrown);
            No no = No.because(refusal.problem(), check.missed(refusal.faults()));
            return refused(form, language, no, refusal);
        }
    }

    private Response moved(ReportForm form, Language language) {
        Step at = form.at();
        return switch (form.text("go")) {
            case "next" -> onwards(form, at.next(), language);
            case "short" -> onwards(form, Step.MAY, language);
            case "check" -> onwards(form, Step.CHECK, language);
            case "back" -> page(OK, screen(at.before(), form, language, No.NONE));
            case "add" -> page(OK, screen(at, form.withRow(), language, No.NONE));
            case "pause" -> page(OK, paused(form, language));
            case "send", "" -> sent(form, language);
            default ->
                    page(OK, screen(Step.of(form.text("go")).orElse(at), form, language, No.NONE));
        };
    }

    /** On to another screen, where this one can stay as it is. */
    private Response onwards(ReportForm form, Step next, Language language) {
        List<Missed> here =
                check.missed(form, form.report(language)).stream()
                        .filter(one -> one.step() == form.at())
                        .toList();
        return here.isEmpty()
                ? page(OK, screen(next, form, language, No.NONE))
                : refused(form, language, No.missing(here), null);
    }

    private Response sent(ReportForm form, Language language) {
        NewReport report = form.report(language);
        List<Missed> missed = check.missed(form, report);
        if (!missed.isEmpty()) {
            return refused(form, language, No.missing(missed), null);
        }
        String key = IdempotencyKeys.require(form.text("key"));
        String subject = Gate.subject(key);
        SocketAddress address = request.remoteAddress();
        Optional<String> lane = gate.admit(address, subject, form.text("turn"));
        if (lane.isPresent()) {
            TemplateInstance receipt = taken(report, key, lane.get(), language);
            return page(Response.Status.CREATED.getStatusCode(), receipt);
        }
        ReportForm waiting = form.withTurn(turns.of(address, subject, form.text("turn")));
        Refusal later = new Refusal(Problem.PROOF_WANTED, turns.patience());
        return refused(waiting, language, No.because(later.problem(), List.of()), later);
    }

    private TemplateInstance screen(Step step, ReportForm form, Language language, No no) {
        // Who could read it stands in the store, and is asked for on one screen only.
        boolean readers = step == Step.WHO && !no.storeIsAway();
        Offer offer = readers ? offers.in(language) : offers.withoutReaders(language);
        String key = form.text("key").isEmpty() || no.needsNewKey() ? newKey() : form.text("key");
        return new Screen(language, step, form, offer, key, form.text("turn"), form.edits(step), no)
                .setLocale(language.locale());
    }

    private static TemplateInstance paused(ReportForm form, Language language) {
        Step step = form.at();
        return new Paused(language, step, form, form.text("key"), form.edits(step))
                .setLocale(language.locale());
    }

    private TemplateInstance taken(NewReport report, String key, String lane, Language language) {
        Submission.Accepted accepted = submission.submit(report, key, lane);
        return new ReceiptPage.Receipt(language, Given.of(accepted, report), null)
                .setLocale(language.locale());
    }

    private Response refused(ReportForm form, Language language, No no, @Nullable Refusal refusal) {
        TemplateInstance again = screen(no.screen(form.at()), form, language, no);
        Response response = page(no.status(), again);
        if (refusal != null && refusal.retryAfter() != null) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.RETRY_AFTER, Math.max(1, refusal.retryAfter().toSeconds()));
        }
        return response;
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
