package org.amanet.alarms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What leads are warned of. Nobody is ever told what is about themselves. */
@Path("/api/v1/desk/alarms")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class AlarmResource {
    private final Alarms alarms;

    AlarmResource(Alarms alarms) {
        this.alarms = alarms;
    }

    /** What came of it, or why: sealed for the leads who were told. */
    record AlarmNote(@NotBlank @Size(max = Alarms.TEXT_MAX_CHARACTERS) String text) {
        @Override
        public String toString() {
            return "AlarmNote";
        }
    }

    @GET
    @Operation(summary = "What this lead was warned of, what waits for an answer first")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<AlarmView> all() {
        return alarms.all();
    }

    @POST
    @Path("/{alarm}/answer")
    @Operation(summary = "Say that somebody has looked, and what came of it")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void answer(@PathParam("alarm") UUID alarm, @Valid @NotNull AlarmNote note) {
        alarms.answer(alarm, note.text());
    }

    @POST
    @Path("/{alarm}/release")
    @Operation(summary = "Let whoever was stopped read on, with a reason")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void release(@PathParam("alarm") UUID alarm, @Valid @NotNull AlarmNote reason) {
        alarms.release(alarm, reason.text());
    }
}
