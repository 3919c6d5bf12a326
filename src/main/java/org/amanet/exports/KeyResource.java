package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** An investigator's own key: made and kept by them, registered here. */
@Path("/api/v1/authority/key")
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class KeyResource {
    private final CurrentMember current;
    private final Vaults vaults;

    KeyResource(CurrentMember current, Vaults vaults) {
        this.current = current;
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

    @POST
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
}
