package org.amanet.notices;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.Set;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** How whoever asks is told that something waits. */
@Path("/api/v1/desk/notices")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class NoticeResource {
    private final CurrentMember current;
    private final Choosing choosing;

    NoticeResource(CurrentMember current, Choosing choosing) {
        this.current = current;
        this.choosing = choosing;
    }

    /**
     * What is wanted.
     *
     * @param address for mail
     */
    record NoticeWay(
            @NotNull Way way, @Nullable @Size(max = Addresses.MAX_CHARACTERS) String address) {
        @Override
        public String toString() {
            return "NoticeWay";
        }
    }

    /**
     * What is chosen.
     *
     * @param open what can be chosen here
     */
    record NoticeView(Way way, String address, Set<Way> open) {
        @Override
        public String toString() {
            return "NoticeView";
        }
    }

    @GET
    @Operation(summary = "How whoever asks is told that something waits")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public NoticeView chosen() {
        current.vault();
        Choosing.Choice choice = choosing.of(current.member());
        return new NoticeView(choice.way(), choice.address(), choice.open());
    }

    @PUT
    @Operation(summary = "Be told so from now on, or not at all")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void choose(@Valid @NotNull NoticeWay wish) {
        current.vault();
        String address = Objects.toString(wish.address(), "").strip();
        choosing.choose(current.member(), wish.way(), address);
    }
}
