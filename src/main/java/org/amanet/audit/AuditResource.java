package org.amanet.audit;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The log, for those who watch over it and see nothing else. */
@Path("/api/v1/audit")
@RunOnVirtualThread
class AuditResource {
    private static final String AUDITOR = "auditor";

    private final Reading reading;
    private final Checkpoints checkpoints;
    private final SecurityIdentity identity;

    AuditResource(Reading reading, Checkpoints checkpoints, SecurityIdentity identity) {
        this.reading = reading;
        this.checkpoints = checkpoints;
        this.identity = identity;
    }

    /** Entries, oldest first; where more follow, a {@code Link} says where. */
    record Entries(List<EntryView> items) {}

    @GET
    @Path("/verification")
    @RolesAllowed(AUDITOR)
    @Operation(summary = "Check the whole chain; names the first broken link")
    public Verification verification() {
        return reading.verification(subject());
    }

    @GET
    @Path("/entries")
    @RolesAllowed(AUDITOR)
    @Operation(summary = "Entries of the log, oldest first")
    public RestResponse<Entries> entries(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        List<EntryView> items = reading.entriesAfter(after, limit, subject());
        var answer = RestResponse.ResponseBuilder.ok(new Entries(items));
        if (items.size() == limit) {
            String next = "?after=" + items.getLast().seq() + "&limit=" + limit;
            answer.header("Link", "</api/v1/audit/entries" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("/log")
    @Produces("application/x-ndjson")
    @RolesAllowed(AUDITOR)
    @Operation(summary = "The whole log, one entry a line, for checking elsewhere")
    public Response log() {
        @Nullable String subject = subject();
        StreamingOutput lines = out -> reading.write(out, subject);
        return Response.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"audit.ndjson\"")
                .build();
    }

    @GET
    @Path("/checkpoint-key")
    @Produces("application/x-pem-file")
    @PermitAll
    @Operation(summary = "The key that checkpoints are signed with")
    public String checkpointKey() {
        return checkpoints.verifyingKey().pem();
    }

    private @Nullable String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
    }
}
