package org.amanet.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Ends an upload whose pieces came sealed. */
@Path("/api/v1/uploads/{id}/completion")
@PermitAll
@RunOnVirtualThread
class CompletionResource {
    private static final int RECIPIENT_MAX_CHARACTERS = 100;
    private static final int ENCODED_MAX_CHARACTERS = 32 * 1024;

    private final Uploads uploads;

    CompletionResource(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * What the sender sealed about the file.
     *
     * @param particulars an age file for the report's account key, base64
     * @param recipient that key's public half, where the empty pieces behind the last one with
     *     content were left to us
     */
    record Completed(
            @NotBlank @Size(max = ENCODED_MAX_CHARACTERS) String particulars,
            @Nullable @Size(max = RECIPIENT_MAX_CHARACTERS) String recipient) {
        @Override
        public String toString() {
            return "Completed";
        }
    }

    @POST
    @Operation(summary = "End an upload whose pieces came sealed")
    public void complete(
            @PathParam("id") String id,
            @HeaderParam(UploadToken.HEADER) @Nullable String token,
            @Valid @NotNull Completed completed) {
        uploads.complete(id, token, completed);
    }
}
