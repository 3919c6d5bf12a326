package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Recipient;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.amanet.staff.Vaults;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What an investigator does: registers a key, pulls a package, says whether it arrived. */
@Path("/api/v1")
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class PackageResource {
    private final CurrentMember current;
    private final HandOver handOver;
    private final Pieces pieces;
    private final Vaults vaults;

    PackageResource(CurrentMember current, HandOver handOver, Pieces pieces, Vaults vaults) {
        this.current = current;
        this.handOver = handOver;
        this.pieces = pieces;
        this.vaults = vaults;
    }

    /** An age recipient, {@code age1…}, whose identity the investigator keeps. */
    record NewKey(
            @NotBlank @Size(max = 60) String alias, @NotBlank @Size(max = 100) String recipient) {}

    /**
     * What was registered; a lead compares the fingerprint with the investigator before anything is
     * sealed to it.
     */
    record KeyView(UUID member, String fingerprint) {}

    /** Why a package is refused. */
    record NewRefusal(@NotNull RefusalReason reason) {}

    @POST
    @Path("/authority/key")
    @Operation(summary = "Register the key that packages are sealed to")
    @ResponseStatus(201)
    public KeyView register(@Valid @NotNull NewKey key) {
        Recipient recipient =
                RecipientKey.read(key.recipient())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Problem.INVALID_REQUEST,
                                                new Fault("/recipient", "not-an-age-recipient")));
        Member member = vaults.register(current.person(), key.alias(), recipient);
        return new KeyView(member.id, member.fingerprint());
    }

    @GET
    @Path("/exports/{id}/package")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Pull the sealed package")
    public Response pull(UUID id) {
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

    @POST
    @Path("/exports/{id}/acknowledgement")
    @Operation(summary = "Say that the package is here and opens")
    public void acknowledge(UUID id) {
        handOver.acknowledge(id, current.member());
    }

    @POST
    @Path("/exports/{id}/refusal")
    @Operation(summary = "Refuse the package, with a reason")
    public void refuse(UUID id, @Valid @NotNull NewRefusal refusal) {
        handOver.refuse(id, current.member(), refusal.reason());
    }
}
