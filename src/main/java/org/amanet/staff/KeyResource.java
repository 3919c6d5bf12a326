package org.amanet.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Base64;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What leads do about a member's key: stand for the next one, or for none any more. */
@Path("/api/v1/staff")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class KeyResource {
    private final CurrentMember current;
    private final KeyChange change;
    private final Retraction retraction;

    KeyResource(CurrentMember current, KeyChange change, Retraction retraction) {
        this.current = current;
        this.change = change;
        this.retraction = retraction;
    }

    /**
     * For which key: one of the two.
     *
     * @param fingerprint as it was heard, where a lead with an open vault vouches
     * @param signature of the root (base64)
     */
    record NextVouched(
            @Nullable @Size(max = 60) String fingerprint,
            @Nullable @Size(max = 200) String signature) {}

    /** By whom: the lead who asks, unless the root signed it (base64). */
    record NewWithdrawal(@Nullable @Size(max = 200) String signature) {}

    /**
     * What came of it.
     *
     * @param done not yet, where a second lead has to say so too
     * @param statement what the root would have to sign to do it alone
     */
    record WithdrawalView(boolean done, String statement) {}

    @GET
    @Path("/members/{id}/next-key")
    @Operation(summary = "The key that a member is changing to")
    public NextKeyResource.NextKeyView next(@PathParam("id") UUID id) {
        current.member();
        Member member = Vouchings.member(id);
        return NextKey.of(id)
                .map(next -> NextKeyResource.NextKeyView.of(member, next))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    @POST
    @Path("/members/{id}/next-key/vouching")
    @Operation(summary = "Stand for the key that a member is changing to; it counts from then on")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void vouch(@PathParam("id") UUID id, @Valid @NotNull NextVouched vouching) {
        String signature = vouching.signature();
        String fingerprint = vouching.fingerprint();
        if (signature != null) {
            change.adoptByRoot(current.member(), id, decoded(signature));
        } else if (fingerprint != null) {
            change.adopt(current.member(), current.vault(), id, fingerprint);
        } else {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/fingerprint", "required"));
        }
    }

    @POST
    @Path("/members/{id}/withdrawal")
    @Operation(summary = "Stand for a member's key no longer; for a lead it takes two")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public WithdrawalView withdraw(
            @PathParam("id") UUID id, @Nullable @Valid NewWithdrawal withdrawal) {
        String signature = withdrawal == null ? null : withdrawal.signature();
        if (signature != null) {
            retraction.withdrawByRoot(current.member(), id, decoded(signature));
            return view(id, true);
        }
        current.vault();
        return view(id, retraction.withdraw(current.member(), id));
    }

    private static WithdrawalView view(UUID id, boolean done) {
        return new WithdrawalView(done, Retraction.statement(Vouchings.member(id)));
    }

    static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature.strip());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/signature", "base64"));
        }
    }
}
