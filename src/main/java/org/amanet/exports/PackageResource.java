package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.UUID;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sealed package, for the investigator it is sealed to. */
@Path("/api/v1/exports/{id}/package")
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class PackageResource {
    private final CurrentMember current;
    private final HandOver handOver;
    private final Pieces pieces;

    PackageResource(CurrentMember current, HandOver handOver, Pieces pieces) {
        this.current = current;
        this.handOver = handOver;
        this.pieces = pieces;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Pull the sealed package")
    public Response pull(@PathParam("id") UUID id) {
        return download(handOver.pull(id, current.member()), pieces);
    }

    /** The package on its way out, with size and digest so that a torn one is noticed. */
    static Response download(Export export, Pieces pieces) {
        StreamingOutput bytes = out -> pieces.copy(export.id, out);
        String file = "amanet-" + export.reference + ".zip.age";
        Response.ResponseBuilder answer =
                Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                        .header(HttpHeaders.CONTENT_LENGTH, export.packageSize);
        byte[] digest = export.packageSha512;
        if (digest != null) { // RFC 9530
            String encoded = Base64.getEncoder().encodeToString(digest);
            answer.header("Repr-Digest", "sha-512=:" + encoded + ":");
        }
        return answer.build();
    }
}
