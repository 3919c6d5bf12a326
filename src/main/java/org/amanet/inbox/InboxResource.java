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
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.http.EvenSized;
import org.amanet.http.IdempotencyKeys;
import org.amanet.http.Quotas;
import org.amanet.languages.Language;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.Message;
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
    private final Quotas quotas;
    private final HttpServerRequest request;

    InboxResource(Inbox inbox, Quotas quotas, HttpServerRequest request) {
        this.inbox = inbox;
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
     * @param consent every scope there is
     */
    record InboxView(
            Status status,
            String statusInWords,
            List<Message> messages,
            List<OpeningView> openings,
            Map<Consent.Scope, Consent.Decision> consent) {
        @Override
        public String toString() {
            return "InboxView";
        }
    }

    /** What was done, by which kind of person, in which hour; and the same in plain words. */
    record OpeningView(Act act, Actor.Kind by, Instant hour, String inWords) {}

    @POST
    @Operation(summary = "Messages, status in plain words, and who opened the report")
    public InboxView read(
            @Valid @NotNull Visit visit, @HeaderParam("Accept-Language") @Nullable String wanted) {
        Inbox.View view = inbox.read(visit.receipt(), lane());
        Words words = Words.in(Language.best(wanted));
        List<OpeningView> openings =
                view.openings().stream().map(opening -> shown(opening, words)).toList();
        return new InboxView(
                view.status(), words.of(view.status()), view.messages(), openings, view.consent());
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

    @POST
    @Path("/consent")
    @Operation(summary = "Change what may be done with the report")
    public void consent(@Valid @NotNull NewConsent wish) {
        inbox.consent(wish.receipt(), wish.consent(), wish.language(), lane());
    }

    @POST
    @Path("/withdrawal")
    @Operation(summary = "Take the report back: its keys are destroyed at once")
    public void withdraw(@Valid @NotNull Visit visit) {
        inbox.withdraw(visit.receipt(), lane());
    }

    private static OpeningView shown(Openings.Opening opening, Words words) {
        return new OpeningView(opening.act(), opening.by(), opening.hour(), words.of(opening));
    }

    private String lane() {
        return quotas.admit(Quotas.Door.INBOX, request.remoteAddress());
    }
}
