package org.amanet.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a file: tus 1.0, the core with termination and expiration. Only whole pieces, and
 * the last one, move the offset.
 */
@Path("/api/v1/uploads")
@PermitAll
@RunOnVirtualThread
class UploadResource {
    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String TUS = "Tus-Resumable";

    private final Uploads uploads;
    private final Allowance allowance;
    private final HttpServerRequest request;
    private final HttpServerResponse response;

    UploadResource(
            Uploads uploads,
            Allowance allowance,
            HttpServerRequest request,
            HttpServerResponse response) {
        this.uploads = uploads;
        this.allowance = allowance;
        this.request = request;
        this.response = response;
    }

    @OPTIONS
    @Operation(summary = "What of tus is spoken here")
    public void speak() {
        response.putHeader(TUS, VERSION);
        response.putHeader("Tus-Version", VERSION);
        response.putHeader("Tus-Extension", "termination,expiration");
        response.putHeader("Tus-Max-Size", Long.toString(allowance.fileMax()));
    }

    @HEAD
    @Path("{id}")
    @Operation(summary = "Where to go on")
    public void stand(
            @PathParam("id") String id,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(UploadToken.HEADER) @Nullable String token) {
        require(version);
        Uploads.Standing standing = uploads.standing(id, token);
        response.putHeader(OFFSET, Long.toString(standing.offset()));
        response.putHeader("Upload-Length", Long.toString(standing.length()));
        if (standing.until() != null) {
            response.putHeader("Upload-Expires", date(standing.until()));
        }
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/offset+octet-stream")
    @Operation(summary = "Send more of it")
    public void more(
            @PathParam("id") String id,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(UploadToken.HEADER) @Nullable String token,
            @HeaderParam(OFFSET) @Nullable String offset,
            InputStream body) {
        require(version);
        long now = uploads.more(id, token, number(offset), announced(), new Line(body));
        response.putHeader(OFFSET, Long.toString(now));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give it up")
    public void cancel(
            @PathParam("id") String id,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(UploadToken.HEADER) @Nullable String token) {
        require(version);
        uploads.cancel(id, token);
    }

    private void require(@Nullable String version) {
        response.putHeader(TUS, VERSION);
        if (!VERSION.equals(version)) {
            response.putHeader("Tus-Version", VERSION);
            throw new Refusal(Problem.PRECONDITION_FAILED, new Fault("/Tus-Resumable", "unknown"));
        }
    }

    private long announced() {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : number(length);
    }

    private static long number(@Nullable String digits) {
        if (digits == null || !digits.matches("\\d{1,18}")) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/Upload-Offset", "missing"));
        }
        return Long.parseLong(digits);
    }

    private static String date(Instant until) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
    }
}
