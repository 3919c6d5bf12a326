package org.amanet.links;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What can be searched for in a report: put down, taken over, withdrawn, asked about. */
@Path("/api/v1/desk/reports/{id}/selectors")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class SelectorResource {
    private final Selecting selecting;
    private final Asking asking;

    SelectorResource(Selecting selecting, Asking asking) {
        this.selecting = selecting;
        this.asking = asking;
    }

    /**
     * What the reporter wrote is to be put down.
     *
     * @param number of the suggestion; all that are left where there is none
     * @param type where it is another than suggested
     * @param country by which a number without its country, or a plate, is read
     */
    record TakingOver(
            @Nullable Integer number,
            @Nullable @Size(max = 40) @Pattern(regexp = "SEL(\\.[A-Z0-9_]+)+") String type,
            @Nullable @Pattern(regexp = "[A-Z]{2}") String country) {}

    /** What colleagues are asked. Only those can read it whom it goes to. */
    record NewQuestion(@NotBlank @Size(max = Entered.TEXT_MAX) String text) {
        @Override
        public String toString() {
            return "NewQuestion";
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Put a selector down")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public LinksView add(@PathParam("id") String id, @Valid @NotNull NewSelector wish) {
        selecting.add(Ids.of(id), wish);
        return selecting.look(Ids.of(id));
    }

    @POST
    @Path("/suggested")
    @ResponseStatus(201)
    @Operation(summary = "Take over what the reporter wrote, one or all")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public LinksView takeOver(@PathParam("id") String id, @Valid @NotNull TakingOver wish) {
        selecting.takeOver(Ids.of(id), wish.number(), wish.type(), wish.country());
        return selecting.look(Ids.of(id));
    }

    @DELETE
    @Path("/{selector}")
    @Operation(summary = "Withdraw a selector")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void withdraw(@PathParam("id") String id, @PathParam("selector") String selector) {
        selecting.withdraw(Ids.of(id), Ids.of(selector));
    }

    @POST
    @Path("/{selector}/questions")
    @Operation(
            summary = "Ask those who hold the other reports about a match",
            description = "Says neither whom it went to nor about which reports.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void ask(
            @PathParam("id") String id,
            @PathParam("selector") String selector,
            @Valid @NotNull NewQuestion question) {
        asking.ask(Ids.of(id), Ids.of(selector), question.text());
    }
}
