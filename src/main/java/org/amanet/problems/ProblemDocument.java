package org.amanet.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What RFC 9457 sends. There is no field for anything that came from the request.
 *
 * @param instance an opaque id that our log holds too; only for failures of ours
 */
@Schema(description = "A problem as RFC 9457 describes it.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Fault> errors) {}
