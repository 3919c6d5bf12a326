package org.amanet.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.amanet.http.Quotas;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where a file begins. This costs a receipt; everything after it costs the token given here. */
@Path("/api/v1/inbox/uploads")
@PermitAll
@RunOnVirtualThread
class NewUploadResource {
    private final Admission admission;
    private final Quotas quotas;
    private final HttpServerRequest request;

    NewUploadResource(Admission admission, Quotas quotas, HttpServerRequest request) {
        this.admission = admission;
        this.quotas = quotas;
        this.request = request;
    }

    /**
     * An upload that can begin.
     *
     * @param report to which it belongs, for whoever seals the pieces
     * @param token for the header Upload-Token; given this once, or what the sender brought
     * @param length in bytes as they travel
     * @param pieceBytes how many of them make a piece
     * @param offset where to go on
     * @param lock for whoever seals the pieces: the key of the report, sealed to whoever holds the
     *     receipt; its public half is what they are sealed to
     */
    record Admitted(
            UUID id,
            UUID report,
            String token,
            long length,
            long pieceBytes,
            long offset,
            byte @Nullable [] lock) {
        @Override
        public String toString() {
            return "Admitted";
        }
    }

    @POST
    @Operation(
            summary = "Begin to send a file",
            description =
                    "Then tus 1.0 at /api/v1/uploads/{id} with the header Upload-Token. The token"
                            + " is shown this once.")
    @ResponseStatus(201)
    public Admitted begin(@Valid @NotNull NewUpload wanted) {
        String lane = quotas.admit(Quotas.Door.INBOX, request.remoteAddress());
        Admission.Admitted admitted = admission.admit(wanted, lane);
        Upload upload = admitted.upload();
        Progress progress = upload.progress();
        return new Admitted(
                upload.id(),
                progress.report(),
                upload.token().value(),
                progress.length(),
                progress.pieceBytes(),
                progress.offset(),
                admitted.lock());
    }
}
