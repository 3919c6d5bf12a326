package org.amanet.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.amanet.http.Quotas;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The reporter's inbox. The receipt travels in bodies only. */
@Path("/api/v1/inbox")
@PermitAll
@RunOnVirtualThread
class InboxResource {
    private static final int RECEIPT_MAX_CHARACTERS = 100;
    private static final int TEXT_MAX_CHARACTERS = 5_000;

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
            @NotBlank @Size(max = TEXT_MAX_CHARACTERS) String text) {
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

    @POST
    @Operation(summary = "Messages, status in plain words, and who opened the report")
    public Inbox.View read(@Valid @NotNull Visit visit) {
        return inbox.read(visit.receipt(), lane());
    }

    @POST
    @Path("/replies")
    @Operation(summary = "Answer the desk")
    public void reply(@Valid @NotNull Reply reply) {
        inbox.reply(reply.receipt(), reply.text(), lane());
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

    private String lane() {
        return quotas.admit(Quotas.Door.INBOX, request.remoteAddress());
    }
}
