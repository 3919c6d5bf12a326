package org.amanet.desk;

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
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.reports.JointOpenings;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asking for a second person in the browser, and deciding that one is needed. */
@Path("/desk/reports/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class SecondPage {
    private static final URI REQUESTS = URI.create("/desk/openings");

    private final CurrentMember current;
    private final Joint joint;
    private final Showing showing;

    SecondPage(CurrentMember current, Joint joint, Showing showing) {
        this.current = current;
        this.joint = joint;
        this.showing = showing;
    }

    /** Where whoever cannot open it alone is sent. */
    @GET
    @Path("/second")
    public TemplateInstance door(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return door(id, wanted, "", false);
    }

    @POST
    @Path("/second")
    public RestResponse<TemplateInstance> ask(
            @PathParam("id") String id,
            @FormParam("reason") @Nullable String reason,
            @FormParam("lift") boolean lift,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String words = Objects.toString(reason, "");
        if (words.isBlank() || words.length() > CaseResource.REASON_MAX_CHARACTERS) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(422)
                    .entity(door(id, wanted, words, true))
                    .build();
        }
        joint.ask(id, new JointOpenings.Wish(lift, words));
        return RestResponse.seeOther(REQUESTS);
    }

    @POST
    @Path("/two-people")
    public RestResponse<TemplateInstance> decide(
            @PathParam("id") String id,
            @FormParam("version") @Nullable String version,
            @FormParam("lift") boolean lift,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Showing.Asked asked = Showing.Asked.of(id, wanted);
        Typed typed = Typed.in("two-people", "version", version);
        // Made to need two, it is not open to this person any more.
        String onwards = lift ? asked.path() : REQUESTS.toString();
        return showing.attempt(asked, typed, () -> decide(id, typed, lift), onwards);
    }

    private void decide(String id, Typed typed, boolean lift) {
        if (lift) {
            joint.lift(id, typed.version());
        } else {
            joint.require(id, typed.version());
        }
    }

    private TemplateInstance door(
            String id, @Nullable String wanted, String reason, boolean wrong) {
        Language language = Language.bestOfStaff(wanted);
        String reference = joint.reference(id);
        return new Door(
                        language,
                        current.frame(language, "queue"),
                        "/desk/reports/" + id + "/second",
                        reference,
                        reason,
                        wrong)
                .setLocale(language.locale());
    }

    /**
     * It takes two.
     *
     * @param wrong whether the reason is missing or too long
     */
    record Door(
            Language language,
            Frame frame,
            String path,
            String reference,
            String reason,
            boolean wrong)
            implements TemplateInstance {}
}
