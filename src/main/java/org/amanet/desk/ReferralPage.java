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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Where a lead gives a report to another organisation too. */
@Path("/desk/reports/{id}/referral")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class ReferralPage {
    private final CurrentMember current;
    private final Referring referring;

    ReferralPage(CurrentMember current, Referring referring) {
        this.current = current;
        this.referring = referring;
    }

    @GET
    public TemplateInstance look(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(Showing.Asked.of(id, wanted), null);
    }

    @POST
    public Response refer(
            @PathParam("id") String id,
            @RestForm @Nullable String desk,
            @RestForm @Nullable String version,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Showing.Asked asked = Showing.Asked.of(id, wanted);
        Typed typed = Typed.in("referral", "version", version);
        try {
            referring.refer(id, typed.version(), Objects.toString(desk, ""));
            return Response.seeOther(URI.create(asked.path() + "/referral")).build();
        } catch (Refusal refusal) {
            Trouble trouble = Trouble.of(refusal);
            return Response.status(trouble.status()).entity(page(asked, trouble)).build();
        }
    }

    private TemplateInstance page(Showing.Asked asked, @Nullable Trouble trouble) {
        Language language = asked.language();
        return new Refer(
                        language,
                        current.frame(language, "queue"),
                        asked.path(),
                        referring.ways(asked.id()),
                        trouble)
                .setLocale(language.locale());
    }

    /** The page. */
    record Refer(
            Language language,
            Frame frame,
            String path,
            Referring.Ways ways,
            @Nullable Trouble trouble)
            implements TemplateInstance {}
}
