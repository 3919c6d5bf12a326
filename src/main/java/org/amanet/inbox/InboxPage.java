package org.amanet.inbox;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amanet.audit.Notary;
import org.amanet.http.EvenSized;
import org.amanet.http.Quotas;
import org.amanet.inbox.Outcome.Said;
import org.amanet.languages.Language;
import org.amanet.problems.Causes;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.Question;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Receipt;

/**
 * The inbox as pages, all under one address. The receipt travels in the bodies of forms, from page
 * to page, and is kept nowhere.
 */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/inbox")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@EvenSized
@RunOnVirtualThread
class InboxPage {
    private static final int ONCE_BYTES = 24;
    private static final int OK = 200;
    private static final Set<Problem> PASSING =
            EnumSet.of(Problem.BUSY, Problem.TOO_MANY_REQUESTS, Problem.UNAVAILABLE);

    private final Inbox inbox;
    private final ConsentCheck check;
    private final Asking asking;
    private final Quotas quotas;
    private final HttpServerRequest request;

    InboxPage(
            Inbox inbox,
            ConsentCheck check,
            Asking asking,
            Quotas quotas,
            HttpServerRequest request) {
        this.inbox = inbox;
        this.check = check;
        this.asking = asking;
        this.quotas = quotas;
        this.request = request;
    }

    /**
     * Where the receipt is typed.
     *
     * @param mistyped whether what was typed before cannot be one
     */
    record Door(Language language, boolean mistyped, String typed) implements TemplateInstance {}

    /**
     * The open inbox.
     *
     * @param once makes what is sent again the same
     * @param ask a question that is still open, and what was answered later
     */
    record Box(
            Language language, String receipt, String once, Shown shown, Ask ask, Outcome outcome)
            implements TemplateInstance {}

    /**
     * Before everything is deleted.
     *
     * @param mistyped whether the receipt was typed again and is another
     */
    record Confirm(Language language, String receipt, boolean mistyped)
            implements TemplateInstance {}

    /** After. */
    record Gone(Language language) implements TemplateInstance {}

    /** When it cannot be done just now; everything that came is carried on. */
    record Again(Language language, List<Posted.Field> fields) implements TemplateInstance {}

    @GET
    public Response door(@PathParam("lang") String tag) {
        return page(OK, new Door(language(tag), false, ""), language(tag));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("lang") String tag, MultivaluedMap<String, String> fields) {
        Language language = language(tag);
        Posted posted = new Posted(fields);
        try {
            return done(posted, language);
        } catch (RuntimeException thrown) {
            return refused(posted, language, Causes.known(thrown).orElseThrow(() -> thrown));
        }
    }

    private Response done(Posted posted, Language language) {
        return switch (posted.deed()) {
            case READ -> box(posted, language, Outcome.NOTHING, read(posted));
            case REPLY -> reply(posted, language);
            case ANSWER -> answer(posted, language);
            case TELL ->
                    box(
                            posted,
                            language,
                            Outcome.of(posted.topic().isPresent() ? Said.TELLS : Said.NOTHING),
                            read(posted));
            case OTHER_QUESTION ->
                    box(posted, language, Outcome.of(Said.OTHER_ASKED), read(posted));
            case CONSENT -> consent(posted, language);
            case ASK_WITHDRAWAL -> confirm(posted, language);
            case ACKNOWLEDGEMENT -> proof(inbox.acknowledge(posted.receipt(), lane()));
            case WITHDRAW -> withdraw(posted, language);
        };
    }

    private Response reply(Posted posted, Language language) {
        String text = posted.text();
        if (text.isBlank()) {
            return box(posted, language, Outcome.of(Said.REPLY_EMPTY), read(posted));
        }
        if (text.length() > Inbox.TEXT_MAX_CHARACTERS) {
            return box(posted, language, Outcome.tooLong(text), read(posted));
        }
        Inbox.View view = inbox.reply(posted.receipt(), text, posted.once(), lane());
        return box(posted, language, Outcome.of(Said.REPLIED), view);
    }

    private Response answer(Posted posted, Language language) {
        Question question =
                posted.question().orElseThrow(() -> new Refusal(Problem.INVALID_REQUEST));
        Optional<NewAnswer> typed = posted.answer(question);
        return switch (typed.map(asking::fit).orElse(AnswerCheck.Fit.WRONG)) {
            case EMPTY -> box(posted, language, Outcome.of(Said.ANSWER_EMPTY), read(posted));
            case WRONG -> box(posted, language, Outcome.of(Said.ANSWER_WRONG), read(posted));
            case FITS -> added(posted, language, typed.orElseThrow());
        };
    }

    private Response added(Posted posted, Language language, NewAnswer answer) {
        try {
            Inbox.View view = inbox.answer(posted.receipt(), answer, posted.once(), lane());
            return box(posted, language, asking.answered(answer), view);
        } catch (RuntimeException thrown) {
            if (Causes.known(thrown).filter(Asking::leavesNobody).isEmpty()) {
                throw thrown;
            }
            return box(posted, language, Outcome.of(Said.ANSWER_NOBODY), read(posted));
        }
    }

    private Response consent(Posted posted, Language language) {
        ConsentForm form = posted.consent();
        List<ConsentCheck.Missed> missed = check.missed(form);
        if (!missed.isEmpty()) {
            return box(posted, language, Outcome.incomplete(form, missed), read(posted));
        }
        Inbox.View view = inbox.consent(posted.receipt(), form.choices(), language.tag(), lane());
        return box(posted, language, Outcome.of(Said.CONSENT_KEPT), view);
    }

    private static Response proof(Notary.Attestation proof) {
        String attachment = "attachment; filename=\"" + Proof.FILE_NAME + "\"";
        return Response.ok(Proof.zip(proof), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .build();
    }

    private static Response confirm(Posted posted, Language language) {
        Receipt.parse(posted.receipt())
                .orElseThrow(() -> new Refusal(Problem.RECEIPT_MALFORMED))
                .close();
        return page(OK, new Confirm(language, posted.receipt(), false), language);
    }

    private Response withdraw(Posted posted, Language language) {
        if (!posted.isTypedAgain()) {
            Confirm again = new Confirm(language, posted.receipt(), true);
            return page(Problem.RECEIPT_MALFORMED.status(), again, language);
        }
        inbox.withdraw(posted.receipt(), lane());
        return page(OK, new Gone(language), language);
    }

    private Inbox.View read(Posted posted) {
        return inbox.read(posted.receipt(), lane());
    }

    private Response box(Posted posted, Language language, Outcome outcome, Inbox.View view) {
        Shown shown = Shown.of(view, Words.in(language));
        Ask ask = asking.ask(view, posted, outcome, language);
        String once = Randomness.token(ONCE_BYTES);
        Box box = new Box(language, posted.receipt(), once, shown, ask, outcome);
        return page(outcome.said().status(), box, language);
    }

    private static Response refused(Posted posted, Language language, Refusal refusal) {
        if (refusal.problem() == Problem.RECEIPT_MALFORMED) {
            Door again = new Door(language, true, posted.receipt());
            return page(refusal.problem().status(), again, language);
        }
        if (!PASSING.contains(refusal.problem())) {
            throw refusal;
        }
        Again again = new Again(language, posted.all());
        Response response = page(refusal.problem().status(), again, language);
        if (refusal.retryAfter() != null) {
            long seconds = Math.max(1, refusal.retryAfter().toSeconds());
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response;
    }

    private static Response page(int status, TemplateInstance page, Language language) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(language.locale()).render())
                .build();
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private String lane() {
        return quotas.admit(Quotas.Door.INBOX, request.remoteAddress());
    }
}
