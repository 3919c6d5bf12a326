package org.amanet.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.amanet.sealing.Passphrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A member's own vault: made once, opened for a while, locked again. */
@Path("/api/v1/vault")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class VaultResource {
    private final CurrentMember current;
    private final Vaults vaults;
    private final KeyChange change;

    VaultResource(CurrentMember current, Vaults vaults, KeyChange change) {
        this.current = current;
        this.vaults = vaults;
        this.change = change;
    }

    /** A new vault. The alias is the name that reporters see. */
    record NewVault(
            @NotBlank @Size(max = 60) String alias,
            @NotBlank @Size(max = 60) String desk,
            @NotNull @Size(min = 1, max = 200) char[] passphrase) {
        @Override
        public String toString() {
            return "NewVault";
        }
    }

    /** What opens it. */
    record Unlocking(@NotNull @Size(min = 1, max = 200) char[] passphrase) {
        @Override
        public String toString() {
            return "Unlocking";
        }
    }

    /** The vault's public face: what another person compares before vouching. */
    record VaultView(UUID member, String fingerprint, String statement) {}

    /** A token to be sent back in the header {@code Vault-Token}. */
    record Session(String token) {
        @Override
        public String toString() {
            return "Session";
        }
    }

    @POST
    @Operation(summary = "Make the vault of the person who asks")
    @ResponseStatus(201)
    public VaultView enrol(@Valid @NotNull NewVault wish) {
        try (Passphrase passphrase = Passphrase.of(wish.passphrase())) {
            Member member = vaults.enrol(current.person(), wish.alias(), wish.desk(), passphrase);
            return new VaultView(member.id, member.fingerprint(), member.statement());
        }
    }

    @POST
    @Path("/session")
    @Operation(summary = "Open the vault for a while")
    @ResponseStatus(201)
    public Session unlock(@Valid @NotNull Unlocking unlocking) {
        try (Passphrase passphrase = Passphrase.of(unlocking.passphrase())) {
            String token = vaults.unlock(current.member(), current.person().session(), passphrase);
            return new Session(token);
        }
    }

    /** Another passphrase for the same key. */
    record NewPassphrase(
            @NotNull @Size(min = 1, max = 200) char[] passphrase,
            @NotNull @Size(min = 1, max = 200) char[] next) {
        @Override
        public String toString() {
            return "NewPassphrase";
        }
    }

    @PUT
    @Path("/passphrase")
    @Operation(summary = "Change the passphrase; every other session of the vault ends")
    public Session passphrase(@Valid @NotNull NewPassphrase wish) {
        try (Passphrase old = Passphrase.of(wish.passphrase());
                Passphrase next = Passphrase.of(wish.next())) {
            String session = current.person().session();
            return new Session(change.passphrase(current.member(), session, old, next));
        }
    }

    @DELETE
    @Path("/session")
    @Operation(summary = "Lock the vault")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void lock() {
        current.session().ifPresent(session -> vaults.lock(current.member(), session));
    }
}
