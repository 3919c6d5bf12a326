package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/**
 * What an investigator does with one package. Pulling is a form and no link: it is an act, and
 * nothing may do it by looking ahead.
 */
@Path("/authority/exports/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class PackagePage {
    private static final URI BACK = URI.create("/authority");

    private final CurrentMember current;
    private final HandOver handOver;
    private final Pieces pieces;

    PackagePage(CurrentMember current, HandOver handOver, Pieces pieces) {
        this.current = current;
        this.handOver = handOver;
        this.pieces = pieces;
    }

    @POST
    @Path("/package")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_HTML})
    public Response pull(@PathParam("id") UUID id) {
        return PackageResource.download(handOver.pull(id, current.member()), pieces);
    }

    @POST
    @Path("/acknowledgement")
    public Response acknowledge(@PathParam("id") UUID id) {
        handOver.acknowledge(id, current.member());
        return Response.seeOther(BACK).build();
    }

    @POST
    @Path("/refusal")
    public Response refuse(
            @PathParam("id") UUID id, @FormParam("reason") @Nullable RefusalReason reason) {
        if (reason == null) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
        handOver.refuse(id, current.member(), reason);
        return Response.seeOther(BACK).build();
    }
}
