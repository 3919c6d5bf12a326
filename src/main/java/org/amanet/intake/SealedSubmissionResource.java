package org.amanet.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where reports come in that were sealed by whoever wrote them. */
@Path("/api/v1/sealed-reports")
@PermitAll
@RunOnVirtualThread
class SealedSubmissionResource {
    private final SealedSubmission submission;
    private final Gate gate;
    private final HttpServerRequest request;

    SealedSubmissionResource(SealedSubmission submission, Gate gate, HttpServerRequest request) {
        this.submission = submission;
        this.gate = gate;
        this.request = request;
    }

    @POST
    @Operation(
            summary = "Send a report that is sealed already",
            description =
                    "The receipt is made by the sender and never sent; the same report sent again"
                            + " gets the same answer.")
    @ResponseStatus(201)
    public SealedSubmission.Accepted submit(
            @HeaderParam(Gate.HEADER) @Nullable String proof, @Valid @NotNull SealedReport report) {
        gate.require(request.remoteAddress(), Gate.subject(report.id().toString()), proof);
        return submission.submit(report, SealedSubmission.Strangers.REFUSED);
    }
}
