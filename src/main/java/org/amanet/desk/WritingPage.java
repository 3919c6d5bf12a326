package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forms of a case in which something is written. */
@Path("/desk/reports/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class WritingPage {
    private final Showing showing;
    private final Casework casework;

    WritingPage(Showing showing, Casework casework) {
        this.showing = showing;
        this.casework = casework;
    }

    @POST
    @Path("/messages")
    public RestResponse<TemplateInstance> answer(
            @PathParam("id") String id,
            @FormParam("text") @Nullable String text,
            @FormParam("again") @Nullable String again,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Map<String, String> fields = new HashMap<>();
        fields.put("text", Objects.toString(text, ""));
        fields.put("again", Objects.toString(again, ""));
        fields.put("reason", Objects.toString(reason, ""));
        Typed typed = Typed.in("messages", fields);
        return showing.attempt(
                Showing.Asked.of(id, wanted),
                typed,
                () ->
                        casework.answer(
                                id,
                                typed.words("text", NoteResource.TEXT_MAX_CHARACTERS),
                                again == null ? null : reason(typed)));
    }

    /** Nobody is asked to tell it again without a reason. */
    private static String reason(Typed typed) {
        return typed.words("reason", CaseResource.REASON_MAX_CHARACTERS);
    }

    @POST
    @Path("/notes")
    public RestResponse<TemplateInstance> note(
            @PathParam("id") String id,
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = Typed.in("notes", "text", text);
        return showing.attempt(
                Showing.Asked.of(id, wanted),
                typed,
                () -> casework.note(id, typed.words("text", NoteResource.TEXT_MAX_CHARACTERS)));
    }
}
