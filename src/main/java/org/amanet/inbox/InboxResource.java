package org.amanet.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Notary;
import org.amanet.evidence.Kind;
import org.amanet.evidence.Known;
import org.amanet.evidence.Particulars;
import org.amanet.http.EvenSized;
import org.amanet.http.IdempotencyKeys;
import org.amanet.http.Quotas;
import org.amanet.languages.Language;
import org.amanet.reports.Answer;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.Message;
import org.amanet.reports.Question;
import org.amanet.reports.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The reporter's inbox. The receipt travels in bodies only. */
@Path("/api/v1/inbox")
@PermitAll
@EvenSized
@RunOnVirtualThread
class InboxResource {
    private static final int RECEIPT_MAX_CHARACTERS = 100;

    private final Inbox inbox;
    private final AnswerCheck check;
    private final Quotas quotas;
    private final HttpServerRequest request;

    InboxResource(Inbox inbox, AnswerCheck check, Quotas quotas, HttpServerRequest request) {
        this.inbox = inbox;
        this.check = check;
        this.quotas = quotas;
        this.request = request;
    }

    /** A receipt: 28 digits, in groups or not. */
    record Visit(@NotBlank @Size(max = RECEIPT_MAX_CHARACTERS) String receipt) {
        @Override
        public String toString() {
            return "Visit";
        }
    }

    /** A message for the desk. */
    record Reply(
            @NotBlank @Size(max = RECEIPT_MAX_CHARACTERS) String receipt,
            @NotBlank @Size(max = Inbox.TEXT_MAX_CHARACTERS) String text) {
        @Override
        public String toString() {
            return "Reply";
        }
    }

    /** An answer to a question that was left open. */
    record Answering(
            @NotBlank @Size(max = RECEIPT_MAX_CHARACTERS) String receipt,
            @NotNull @Valid NewAnswer answer) {
        @Override
        public String toString() {
            return "Answering";
        }
    }

    /** New decisions; those left out are a no. */
    record NewConsent(
            @NotBlank @Size(max = RECEIPT_MAX_CHARACTERS) String receipt,
            @NotBlank @Size(max = 12) String language,
            @NotNull Map<Consent.Scope, @NotNull @Valid Choice> consent) {
        @Override
        public String toString() {
            return "NewConsent";
        }
    }

    /**
     * The inbox.
     *
     * @param statusInWords the status in plain words
     * @param handOvers to whom it was to be given and what came of it, oldest first
     * @param consent every scope there is
     * @param answers what was answered later, oldest first
     * @param open what was never answered, in the order of asking
     */
    record InboxView(
            Status status,
            String statusInWords,
            List<Message> messages,
            List<OpeningView> openings,
            List<HandOverView> handOvers,
            Map<Consent.Scope, Choice> consent,
            List<Answer> answers,
            List<Question> open,
            List<FileView> files) {
        @Override
        public String toString() {
            return "InboxView";
        }
    }

    /** What was done, by which kind of person, in which hour; and the same in plain words. */
    record OpeningView(Act act, Actor.Kind by, Instant hour, String inWords) {}

    /**
     * To whom a report was to be given; each step as an opening.
     *
     * @param purpose code; null where the log does not say, as is the country
     * @param refusal code of the reason, where it was not taken on
     */
    record HandOverView(
            @Nullable String purpose,
            @Nullable String country,
            String inWords,
            List<OpeningView> steps,
            @Nullable String refusal) {
        static HandOverView of(HandOver handOver, Words words) {
            return new HandOverView(
                    handOver.purpose(),
                    handOver.country(),
                    words.recipient(handOver),
                    handOver.steps().stream()
                            .map(step -> shown(step.done(), words.of(step)))
                            .toList(),
                    handOver.steps().stream()
                            .flatMap(step -> Stream.ofNullable(step.reason()))
                            .findFirst()
                            .orElse(null));
        }
    }

    /** A file that came, by the name and kind it has; null where they cannot be read. */
    record FileView(@Nullable String name, @Nullable Kind kind, Instant hour) {
        static FileView of(Known file) {
            Particulars known = file.content();
            return known == null
                    ? new FileView(null, null, file.hour())
                    : new FileView(known.name(), known.kind(), file.hour());
        }

        @Override
        public String toString() {
            return "FileView";
        }
    }

    @POST
    @Operation(summary = "Messages, status in plain words, and who opened the report")
    public InboxView read(
            @Valid @NotNull Visit visit, @HeaderParam("Accept-Language") @Nullable String wanted) {
        Inbox.View view = inbox.read(visit.receipt(), lane());
        Words words = Words.in(Language.best(wanted));
        List<OpeningView> openings =
                view.openings().stream().map(one -> shown(one, words.of(one))).toList();
        return new InboxView(
                view.status(),
                words.of(view.status()),
                view.messages(),
                openings,
                view.handOvers().stream().map(one -> HandOverView.of(one, words)).toList(),
                view.consent(),
                view.answers(),
                view.open(),
                view.files().stream().map(FileView::of).toList());
    }

    /** With an idempotency key, a message that is sent again is not added again. */
    @POST
    @Path("/replies")
    @Operation(summary = "Answer the desk")
    public void reply(
            @HeaderParam(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @Valid @NotNull Reply reply) {
        String once = idempotencyKey == null ? null : IdempotencyKeys.require(idempotencyKey);
        inbox.reply(reply.receipt(), reply.text(), once, lane());
    }

    /** With an idempotency key, an answer that is sent again is not added again. */
    @POST
    @Path("/answers")
    @Operation(
            summary = "Answer a question that was left open, or say that something has changed",
            description =
                    "Added to the report, never put in the place of what was told before. HAPPENED and"
                            + " DEADLINE can make a report more urgent, never less. RELATIVES goes under the"
                            + " second lock. Whom EXCLUSIONS names loses the key; a name in words leaves the"
                            + " report with leads only. Somebody inside a helping organisation is not named"
                            + " as a suspect: that takes a report of its own.")
    public void answer(
            @HeaderParam(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @Valid @NotNull Answering answering) {
        String once = idempotencyKey == null ? null : IdempotencyKeys.require(idempotencyKey);
        check.require(answering.answer());
        inbox.answer(answering.receipt(), answering.answer(), once, lane());
    }

    @POST
    @Path("/consent")
    @Operation(summary = "Change what may be done with the report")
    public void consent(@Valid @NotNull NewConsent wish) {
        inbox.consent(wish.receipt(), wish.consent(), wish.language(), lane());
    }

    /**
     * A signed proof.
     *
     * @param statement text to keep as it is
     * @param signature Ed25519 over it, in base64
     * @param key what it is checked with, as PEM
     */
    record AcknowledgementView(String statement, byte[] signature, String key) {}

    @POST
    @Path("/acknowledgement")
    @Operation(summary = "A signed proof that the report is here, which tells nothing of it")
    public AcknowledgementView acknowledge(@Valid @NotNull Visit visit) {
        Notary.Attestation proof = inbox.acknowledge(visit.receipt(), lane());
        return new AcknowledgementView(proof.statement(), proof.signature(), proof.key());
    }

    @POST
    @Path("/withdrawal")
    @Operation(summary = "Take the report back: its keys are destroyed at once")
    public void withdraw(@Valid @NotNull Visit visit) {
        inbox.withdraw(visit.receipt(), lane());
    }

    private static OpeningView shown(Openings.Opening opening, String inWords) {
        return new OpeningView(opening.act(), opening.by(), opening.hour(), inWords);
    }

    private String lane() {
        return quotas.admit(Quotas.Door.INBOX, request.remoteAddress());
    }
}
