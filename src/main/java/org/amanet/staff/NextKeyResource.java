package org.amanet.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Passphrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The key that a member is changing to. */
@Path("/api/v1/vault/next-key")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class NextKeyResource {
    private final CurrentMember current;
    private final KeyChange change;

    NextKeyResource(CurrentMember current, KeyChange change) {
        this.current = current;
        this.change = change;
    }

    /**
     * A new key.
     *
     * @param reason {@code FORGOTTEN}: a new vault behind the passphrase that is given; {@code
     *     ROTATED}: another key behind the passphrase of now
     */
    record NewVaultKey(
            @NotNull KeyChanged.Reason reason,
            @NotNull @Size(min = 1, max = 200) char[] passphrase) {
        @Override
        public String toString() {
            return "NewVaultKey";
        }
    }

    /** The new key, as somebody compares it before standing for it. */
    record NextKeyView(KeyChanged.Reason reason, String fingerprint, String statement, Instant at) {
        static NextKeyView of(Member member, NextKey next) {
            return new NextKeyView(
                    next.reason, next.fingerprint(), KeyChange.statement(member, next), next.at);
        }
    }

    @POST
    @Operation(summary = "Make a new key; it counts once a lead stands for it")
    @ResponseStatus(201)
    public NextKeyView begin(@Valid @NotNull NewVaultKey wish) {
        Member member = current.member();
        try (Passphrase passphrase = Passphrase.of(wish.passphrase())) {
            NextKey next =
                    wish.reason() == KeyChanged.Reason.ROTATED
                            ? change.rotate(member, passphrase)
                            : change.begin(member, passphrase);
            return NextKeyView.of(member, next);
        }
    }

    @GET
    @Operation(summary = "The new key that waits for a lead")
    public NextKeyView next() {
        Member member = current.member();
        return NextKey.of(member.id)
                .map(next -> NextKeyView.of(member, next))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    @DELETE
    @Operation(summary = "Give the new key up; the old one stays")
    public void drop() {
        change.drop(current.member());
    }
}
