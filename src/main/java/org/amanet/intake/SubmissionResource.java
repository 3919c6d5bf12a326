package org.amanet.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.amanet.http.IdempotencyKeys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where reports come in. Anybody may; nothing is asked about who it is. */
@Path("/api/v1/reports")
@PermitAll
@RunOnVirtualThread
class SubmissionResource {
    private final Submission submission;
    private final Gate gate;
    private final HttpServerRequest request;

    SubmissionResource(Submission submission, Gate gate, HttpServerRequest request) {
        this.submission = submission;
        this.gate = gate;
        this.request = request;
    }

    @POST
    @Operation(
            summary = "Send a report",
            description =
                    "The receipt is shown this once; a retry with the same key gets the same answer.")
    @ResponseStatus(201)
    public Submission.Accepted submit(
            @HeaderParam(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @HeaderParam(Gate.HEADER) @Nullable String proof,
            @Valid @NotNull NewReport report) {
        String key = IdempotencyKeys.require(idempotencyKey);
        String lane = gate.require(request.remoteAddress(), Gate.subject(key), proof);
        return submission.submit(report, key, lane);
    }
}
