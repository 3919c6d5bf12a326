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
import org.amanet.reports.MarkComparison;
import org.amanet.reports.Marks;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For whom a text was that turned up elsewhere. */
@Path("/api/v1/desk/reports/{id}/marks")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class MarksResource {
    private final Marks marks;

    MarksResource(Marks marks) {
        this.marks = marks;
    }

    /** The copy, as it turned up. */
    record LeakedText(@NotBlank @Size(max = Marks.TEXT_MAX_CHARACTERS) String text) {
        @Override
        public String toString() {
            return "LeakedText";
        }
    }

    @POST
    @Operation(
            summary = "Compare a text that leaked with who was shown it on which day",
            description = "Nothing of it is kept.")
    public MarkComparison compare(@PathParam("id") String id, @Valid @NotNull LeakedText leaked) {
        return marks.compare(Casework.uuid(id), leaked.text());
    }
}
