package org.amanet.links;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.amanet.languages.Language;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The index of one's own desk, and the change of its key. */
@Path("/desk/index")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class IndexPage {
    private static final URI HERE = URI.create("/desk/index");

    private final Rotation rotation;
    private final LinksConfig config;
    private final CurrentMember current;

    IndexPage(Rotation rotation, LinksConfig config, CurrentMember current) {
        this.rotation = rotation;
        this.config = config;
        this.current = current;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(Language.bestOfStaff(wanted), null);
    }

    @POST
    @Path("/rotation")
    @RolesAllowed(Person.LEAD)
    public RestResponse<TemplateInstance> begin(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return attempt(wanted, rotation::begin);
    }

    @POST
    @Path("/rotation/steps")
    public RestResponse<TemplateInstance> step(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return attempt(wanted, () -> rotation.step(config.rotationStep()));
    }

    private RestResponse<TemplateInstance> attempt(@Nullable String wanted, Runnable act) {
        try {
            act.run();
            return RestResponse.seeOther(HERE);
        } catch (Refusal refusal) {
            Trouble trouble = Trouble.of(refusal).orElseThrow(() -> refusal);
            return RestResponse.ResponseBuilder.<TemplateInstance>create(trouble.status())
                    .entity(page(Language.bestOfStaff(wanted), trouble))
                    .build();
        }
    }

    private TemplateInstance page(Language language, @Nullable Trouble trouble) {
        return new Index(
                        language,
                        current.frame(language, "patterns"),
                        rotation.look(),
                        config.rotationStep(),
                        trouble)
                .setLocale(language.locale());
    }

    /** Where it stands. */
    record Index(
            Language language, Frame frame, IndexView index, int step, @Nullable Trouble trouble)
            implements TemplateInstance {}
}
