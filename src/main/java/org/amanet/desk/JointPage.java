package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.amanet.languages.Language;
import org.amanet.reports.JointOpenings;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Being a second person in the browser. */
@Path("/desk/openings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class JointPage {
    private static final URI REQUESTS = URI.create("/desk/openings");

    private final CurrentMember current;
    private final Joint joint;

    JointPage(CurrentMember current, Joint joint) {
        this.current = current;
        this.joint = joint;
    }

    @GET
    public TemplateInstance requests(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        List<JointOpenings.JointRequest> all = joint.all();
        return new Requests(language, current.frame(language, "openings"), all)
                .setLocale(language.locale());
    }

    @POST
    @Path("/{opening}/second")
    public RestResponse<TemplateInstance> second(@PathParam("opening") String opening) {
        joint.give(opening);
        return RestResponse.seeOther(REQUESTS);
    }

    /** What is asked of whom. */
    record Requests(Language language, Frame frame, List<JointOpenings.JointRequest> requests)
            implements TemplateInstance {}
}
