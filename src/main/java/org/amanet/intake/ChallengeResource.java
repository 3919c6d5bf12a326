package org.amanet.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Where work is given out, for whoever was told that a proof is wanted. */
@Path("/api/v1/challenges")
@PermitAll
class ChallengeResource {
    private final Proofs proofs;

    ChallengeResource(Proofs proofs) {
        this.proofs = proofs;
    }

    @GET
    @Operation(
            summary = "A challenge to work on",
            description =
                    "ALTCHA, version 1. Wanted only while much more is sent than usual (`proof-wanted`); the"
                            + " solved payload, in base64, is then brought in the header `Proof`.")
    public Proofs.Challenge challenge(
            @Parameter(
                            description =
                                    "What will be sent: SHA-256, in lower-case hexadecimal, of the idempotency"
                                            + " key, of the sealed report's id as text, or of the letter.")
                    @QueryParam("for")
                    @NotNull
                    @Pattern(regexp = "[0-9a-f]{64}")
                    String subject) {
        return proofs.challenge(subject);
    }
}
