package org.amanet.links;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What connects a report to others. Asking for it opens the report and compares it. */
@Path("/api/v1/desk/reports/{id}/links")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class LinksResource {
    private final Selecting selecting;
    private final Linking linking;

    LinksResource(Selecting selecting, Linking linking) {
        this.selecting = selecting;
        this.linking = linking;
    }

    /**
     * A link to another report that whoever asks holds too.
     *
     * @param text why, for those who hold one of the two
     */
    record NewLink(@NotNull UUID other, @Nullable @Size(max = Entered.TEXT_MAX) String text) {
        @Override
        public String toString() {
            return "NewLink";
        }
    }

    @GET
    @Operation(
            summary = "The selectors of a report and how many others carry each",
            description =
                    "Opens the report. Others are named where you hold them, else counted where you"
                            + " may know that they exist; each look stands in the log.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public LinksView look(@PathParam("id") String id) {
        return selecting.look(Ids.of(id));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Propose a link between two reports that you hold")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public LinksView propose(@PathParam("id") String id, @Valid @NotNull NewLink wish) {
        linking.propose(Ids.of(id), wish.other(), Entered.or(wish.text()));
        return selecting.look(Ids.of(id));
    }
}
