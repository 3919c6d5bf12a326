package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Objects;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forms of a case in which something is decided; each carries the version that was seen. */
@Path("/desk/reports/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class StandingPage {
    private final Showing showing;
    private final Casework casework;

    StandingPage(Showing showing, Casework casework) {
        this.showing = showing;
        this.casework = casework;
    }

    /** What the three forms send; each uses its own part of it. */
    record Decided(
            @RestForm @Nullable String version,
            @RestForm @Nullable String status,
            @RestForm @Nullable String band,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String member,
            @RestForm @Nullable String checked) {
        Typed in(String form) {
            return Typed.in(
                    form,
                    Map.of(
                            "version", Objects.toString(version, ""),
                            "status", Objects.toString(status, ""),
                            "band", Objects.toString(band, ""),
                            "reason", Objects.toString(reason, ""),
                            "member", Objects.toString(member, ""),
                            "checked", Objects.toString(checked, "")));
        }

        @Override
        public String toString() {
            return "Decided";
        }
    }

    @POST
    @Path("/status")
    public RestResponse<TemplateInstance> status(
            @PathParam("id") String id,
            @BeanParam Decided decision,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = decision.in("status");
        return showing.attempt(
                Showing.Asked.of(id, wanted),
                typed,
                () -> casework.move(id, typed.version(), typed.status()));
    }

    @POST
    @Path("/band")
    public RestResponse<TemplateInstance> band(
            @PathParam("id") String id,
            @BeanParam Decided decision,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = decision.in("band");
        return showing.attempt(
                Showing.Asked.of(id, wanted),
                typed,
                () ->
                        casework.override(
                                id,
                                typed.version(),
                                typed.band(),
                                typed.words("reason", CaseResource.REASON_MAX_CHARACTERS)));
    }

    @POST
    @Path("/assignment")
    public RestResponse<TemplateInstance> assign(
            @PathParam("id") String id,
            @BeanParam Decided decision,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = decision.in("assignment");
        Showing.Asked asked = Showing.Asked.of(id, wanted);
        boolean givenUp = typed.text("assignment", "member").isEmpty();
        return showing.attempt(
                asked,
                typed,
                () -> casework.assign(id, typed.version(), typed.assignment()),
                givenUp ? "/desk" : asked.path() + "#assignment");
    }
}
