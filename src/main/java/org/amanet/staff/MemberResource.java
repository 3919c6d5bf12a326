package org.amanet.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The people who have keys, and who stands for them. */
@Path("/api/v1/staff")
@RunOnVirtualThread
class MemberResource {
    private final CurrentMember current;
    private final Vouchings vouchings;
    private final Roster roster;

    MemberResource(CurrentMember current, Vouchings vouchings, Roster roster) {
        this.current = current;
        this.vouchings = vouchings;
        this.roster = roster;
    }

    /** A member, as colleagues see them. */
    record MemberView(
            UUID id,
            String alias,
            Role role,
            @Nullable String desk,
            @Nullable String memberState,
            String fingerprint,
            boolean vouched,
            boolean onDuty) {}

    /** Who is asking, and what is missing before they can work. */
    record Me(boolean enrolled, boolean vouched, boolean unlocked, @Nullable MemberView member) {}

    /**
     * A signature made offline by the root key (base64); left out where a lead with an open vault
     * vouches.
     */
    record NewVouching(@Nullable @Size(max = 200) String signature) {}

    @GET
    @Path("/me")
    @RolesAllowed({Person.CASEWORKER, Person.LEAD, Person.INVESTIGATOR})
    @Operation(summary = "Who is asking, and what is missing before they can work")
    public Me me() {
        return current.known()
                .map(
                        member ->
                                new Me(
                                        true,
                                        vouchings.hold(member),
                                        current.isUnlocked(),
                                        view(member)))
                .orElseGet(() -> new Me(false, false, false, null));
    }

    @GET
    @Path("/members")
    @RolesAllowed(Person.LEAD)
    @Operation(summary = "Everybody with a key")
    public List<MemberView> members() {
        current.member();
        return Member.everybody().stream().map(this::view).toList();
    }

    @POST
    @Path("/members/{id}/vouching")
    @RolesAllowed(Person.LEAD)
    @Operation(summary = "Stand for the key of a member")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void vouch(UUID id, @Nullable NewVouching vouching) {
        String signature = vouching == null ? null : vouching.signature();
        if (signature == null) {
            vouchings.vouch(current.member(), current.vault(), id);
        } else {
            vouchings.vouchByRoot(id, decoded(signature), current.member().actor());
        }
    }

    /** Whether new reports come to a member. */
    record Duty(boolean onDuty) {}

    @PUT
    @Path("/members/{id}/duty")
    @RolesAllowed(Person.LEAD)
    @Operation(summary = "Whether new reports come to a member")
    public void duty(UUID id, @NotNull Duty duty) {
        roster.set(current.member(), id, duty.onDuty());
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(Objects.requireNonNull(signature).strip());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/signature", "base64"));
        }
    }

    private MemberView view(Member member) {
        return new MemberView(
                member.id,
                member.alias,
                member.role,
                member.desk,
                member.memberState,
                member.fingerprint(),
                vouchings.hold(member),
                member.duty);
    }
}
