package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What somebody asks of the queue again and again. */
@Path("/api/v1/desk/filters")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class FilterResource {
    private final Habits habits;

    FilterResource(Habits habits) {
        this.habits = habits;
    }

    /**
     * A filter and its name.
     *
     * @param query as in the address of the queue, such as {@code band=P1&unread=true}
     */
    record NewFilter(
            @NotBlank @Size(max = Habits.NAME_MAX_CHARACTERS) String name,
            @NotNull @Size(max = Habits.QUERY_MAX_CHARACTERS) String query) {
        @Override
        public String toString() {
            return "NewFilter";
        }
    }

    @GET
    @Operation(summary = "The filters that whoever asks has kept")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<SavedFilter.Words> all() {
        return habits.all();
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Keep a filter of the queue, sealed to whoever keeps it")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public SavedFilter.Words keep(@Valid @NotNull NewFilter wish) {
        return habits.keep(wish.name(), QueueQuery.parse(wish.query()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Give a kept filter up")
    public void drop(@PathParam("id") String id) {
        habits.drop(id);
    }
}
