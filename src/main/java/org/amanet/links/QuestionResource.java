package org.amanet.links;

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
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What colleagues ask each other about matches. */
@Path("/api/v1/desk/questions")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class QuestionResource {
    private final Asking asking;

    QuestionResource(Asking asking) {
        this.asking = asking;
    }

    /**
     * An answer.
     *
     * @param propose whether a link is proposed; otherwise the question is declined
     */
    record NewReply(boolean propose, @NotBlank @Size(max = Entered.TEXT_MAX) String text) {
        @Override
        public String toString() {
            return "NewReply";
        }
    }

    @GET
    @Operation(summary = "The questions to and from whoever asks")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Questions look() {
        return asking.look();
    }

    @POST
    @Path("/{id}/answer")
    @Operation(summary = "Answer a question with a link or without; opens the report it is about")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public void answer(@PathParam("id") String id, @Valid @NotNull NewReply reply) {
        asking.answer(Ids.of(id), reply.propose(), reply.text());
    }
}
