package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.CeremonyKind;
import org.amanet.reports.CeremonyProgress;
import org.amanet.reports.CeremonyReason;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Grants that pass to another key or to other people, in steps. */
@Path("/api/v1/desk/ceremonies")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class CeremonyResource {
    private final CeremonyWork work;

    CeremonyResource(CeremonyWork work) {
        this.work = work;
    }

    /**
     * A new one: {@code DEPARTURE}, {@code RECOVERY}, {@code DRILL} or {@code RECOVERY_KEY}; the
     * others begin with a change of key.
     *
     * @param subject who leaves, or who receives; whoever asks, where nobody is named
     * @param successor who receives what a leaver holds; the desk's leads, where nobody is named
     * @param report reference of the report of a drill
     */
    record NewCeremony(
            @NotNull CeremonyKind kind,
            @Nullable UUID subject,
            @Nullable UUID successor,
            @Nullable CeremonyReason reason,
            @Nullable @Size(max = 40) String report) {}

    /** Whether what only the leaver can open may be left with the recovery key. */
    record Ending(boolean leaving) {}

    @GET
    @Operation(summary = "Ceremonies that are not over and concern whoever asks")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<CeremonyProgress> open() {
        return work.open();
    }

    @POST
    @Operation(summary = "Begin a departure, or ask for a recovery or a drill")
    @SecurityRequirement(name = CurrentMember.VAULT)
    @ResponseStatus(201)
    public CeremonyProgress begin(@Valid @NotNull NewCeremony wish) {
        return work.begin(
                new CeremonyWork.Wish(
                        wish.kind(),
                        wish.subject(),
                        wish.successor(),
                        wish.reason(),
                        wish.report()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far it is")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public CeremonyProgress progress(@PathParam("id") UUID id) {
        return work.progress(id);
    }

    @POST
    @Path("/{id}/steps")
    @Operation(
            summary = "Go on with what whoever asks can open",
            description = "So many reports at a time; each is whole or as it was.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public CeremonyProgress step(@PathParam("id") UUID id) {
        return work.step(id);
    }

    @POST
    @Path("/{id}/ending")
    @RolesAllowed(Person.LEAD)
    @Operation(summary = "End a departure: grants, assignments, duty and key of who leaves")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public CeremonyProgress end(@PathParam("id") UUID id, @Valid @NotNull Ending ending) {
        return work.end(id, ending.leaving());
    }
}
