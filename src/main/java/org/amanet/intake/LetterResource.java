package org.amanet.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where letters are handed in, by anybody. */
@Path("/api/v1/letters")
@PermitAll
@RunOnVirtualThread
class LetterResource {
    private final Letterbox letterbox;
    private final Gate gate;
    private final HttpServerRequest request;

    LetterResource(Letterbox letterbox, Gate gate, HttpServerRequest request) {
        this.letterbox = letterbox;
        this.gate = gate;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Hand in a sealed letter",
            description =
                    "Whoever brings it learns nothing of it; brought again, it changes nothing.")
    public void handIn(@HeaderParam(Gate.HEADER) @Nullable String proof, @NotNull byte[] letter) {
        gate.require(request.remoteAddress(), Gate.subject(letter), proof);
        letterbox.take(letter);
    }
}
