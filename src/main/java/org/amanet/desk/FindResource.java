package org.amanet.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Looking for words in all that somebody may open. */
@Path("/api/v1/desk/searches")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class FindResource {
    private final Finding finding;
    private final ObjectMapper json;

    FindResource(Finding finding, ObjectMapper json) {
        this.finding = finding;
        this.json = json;
    }

    /** What is looked for; all of its words have to stand in the same text. */
    record NewSearch(@NotBlank @Size(max = Finding.TEXT_MAX_CHARACTERS) String text) {
        @Override
        public String toString() {
            return "NewSearch";
        }
    }

    @POST
    @Produces(Batch.LINES)
    @Operation(
            summary = "Look for words in all reports that one may open",
            description =
                    "Whatever script they stand in. Each report is opened for it and nothing is kept"
                            + " of it. A line for each that was found and for every few that were read;"
                            + " whoever hangs up ends it. Reporters see that theirs was found.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public StreamingOutput find(@Valid @NotNull NewSearch wish) {
        Finding.Run run = finding.begin(wish.text());
        return out ->
                run.to(
                        told -> {
                            out.write(json.writeValueAsBytes(told));
                            out.write('\n');
                            out.flush();
                        });
    }
}
