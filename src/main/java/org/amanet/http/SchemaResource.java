package org.amanet.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The schemas of what comes in and what leaves, for whoever writes or checks such a file. */
@Path("/schemas")
class SchemaResource {
    private static final Set<String> NAMES = Set.of("report", "exported-report");

    @GET
    @Path("{name}.json")
    @Produces("application/schema+json")
    @PermitAll
    @Operation(hidden = true)
    public String schema(@PathParam("name") String name) {
        if (!NAMES.contains(name)) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream("schemas/" + name + ".schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("no schema " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
