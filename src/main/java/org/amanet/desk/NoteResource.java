package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.amanet.http.EntityTags;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is written about a report: notes for colleagues, messages for the reporter. */
@Path("/api/v1/desk/reports/{id}")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class NoteResource {
    static final int TEXT_MAX_CHARACTERS = 5_000;

    private final Casework casework;

    NoteResource(Casework casework) {
        this.casework = casework;
    }

    /** What is written. */
    record NewText(@NotBlank @Size(max = TEXT_MAX_CHARACTERS) String text) {
        @Override
        public String toString() {
            return "NewText";
        }
    }

    /**
     * A message to the reporter.
     *
     * @param retelling why it asks them to tell again what they told already; kept as a note
     */
    record NewMessage(
            @NotBlank @Size(max = TEXT_MAX_CHARACTERS) String text,
            @Nullable @Size(min = 1, max = CaseResource.REASON_MAX_CHARACTERS) String retelling) {
        @Override
        public String toString() {
            return "NewMessage";
        }
    }

    @POST
    @Path("/notes")
    @Operation(
            summary = "Write a note",
            description = "Only who may open the report can read it, never the reporter.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    @ResponseStatus(201)
    public RestResponse<Standing> note(@PathParam("id") String id, @Valid @NotNull NewText note) {
        Standing standing = casework.note(id, note.text());
        return EntityTags.answer(Response.Status.CREATED, standing, standing.version());
    }

    @POST
    @Path("/messages")
    @Operation(
            summary = "Answer the reporter",
            description = "The reporter reads it with the receipt.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    @ResponseStatus(201)
    public RestResponse<Standing> message(
            @PathParam("id") String id, @Valid @NotNull NewMessage message) {
        Standing standing = casework.answer(id, message.text(), message.retelling());
        return EntityTags.answer(Response.Status.CREATED, standing, standing.version());
    }
}
