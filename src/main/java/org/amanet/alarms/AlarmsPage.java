package org.amanet.alarms;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The alarms in the browser, each with a way to answer it. */
@Path("/desk/alarms")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class AlarmsPage {
    private static final URI HERE = URI.create("/desk/alarms");

    private final CurrentMember current;
    private final Alarms alarms;

    AlarmsPage(CurrentMember current, Alarms alarms) {
        this.current = current;
        this.alarms = alarms;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(wanted, null);
    }

    @POST
    @Path("/{alarm}/answer")
    public RestResponse<TemplateInstance> answer(
            @PathParam("alarm") UUID alarm,
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return attempt(wanted, alarm, text, words -> alarms.answer(alarm, words));
    }

    @POST
    @Path("/{alarm}/release")
    public RestResponse<TemplateInstance> release(
            @PathParam("alarm") UUID alarm,
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return attempt(wanted, alarm, text, words -> alarms.release(alarm, words));
    }

    private RestResponse<TemplateInstance> attempt(
            @Nullable String wanted, UUID alarm, @Nullable String text, Consumer<String> deed) {
        String words = Objects.toString(text, "");
        boolean fits = !words.isBlank() && words.length() <= Alarms.TEXT_MAX_CHARACTERS;
        try {
            if (fits) {
                deed.accept(words);
                return RestResponse.seeOther(HERE);
            }
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.CONFLICT) {
                throw refusal;
            }
        }
        return RestResponse.ResponseBuilder.<TemplateInstance>create(fits ? 409 : 422)
                .entity(page(wanted, new Again(alarm, words, fits)))
                .build();
    }

    private TemplateInstance page(@Nullable String wanted, @Nullable Again again) {
        Language language = Language.bestOfStaff(wanted);
        List<AlarmView> all = alarms.all();
        return new Board(language, current.frame(language, "alarms"), all, again)
                .setLocale(language.locale());
    }

    /** What this lead was told. */
    record Board(Language language, Frame frame, List<AlarmView> alarms, @Nullable Again again)
            implements TemplateInstance {}

    /**
     * What was typed and could not be taken.
     *
     * @param answered whether a colleague was quicker
     */
    record Again(UUID alarm, String text, boolean answered) {
        @Override
        public String toString() {
            return "Again " + alarm;
        }
    }
}
