package org.amanet.notices;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** Where somebody says whether and how they are told that something waits. */
@Path("/desk/notices")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class NoticePage {
    private static final URI HERE = URI.create("/desk/notices");
    private static final int UNPROCESSABLE = 422;

    private final CurrentMember current;
    private final Choosing choosing;

    NoticePage(CurrentMember current, Choosing choosing) {
        this.current = current;
        this.choosing = choosing;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        current.vault();
        Choosing.Choice choice = choosing.of(current.member());
        return page(Language.bestOfStaff(wanted), choice, false);
    }

    @POST
    public Response choose(
            @FormParam("way") @Nullable String way,
            @FormParam("address") @Nullable String address,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        current.vault();
        Choosing.Choice now = choosing.of(current.member());
        Way chosen = chosen(now, way);
        String typed = Objects.toString(address, "").strip();
        if (chosen == Way.MAIL && !Addresses.isPlain(typed)) {
            Choosing.Choice again = new Choosing.Choice(chosen, typed, now.open());
            TemplateInstance page = page(Language.bestOfStaff(wanted), again, true);
            return Response.status(UNPROCESSABLE).entity(page).build();
        }
        choosing.choose(current.member(), chosen, typed);
        return Response.seeOther(HERE).build();
    }

    /** What cannot be chosen here is as good as nothing. */
    private static Way chosen(Choosing.Choice now, @Nullable String way) {
        return now.open().stream()
                .filter(one -> one.name().equals(way))
                .findFirst()
                .orElse(Way.NONE);
    }

    private TemplateInstance page(Language language, Choosing.Choice choice, boolean trouble) {
        return new Told(language, current.frame(language, "notices"), choice, trouble)
                .setLocale(language.locale());
    }

    /**
     * The page.
     *
     * @param trouble whether mail cannot go to the address that was typed
     */
    record Told(Language language, Frame frame, Choosing.Choice choice, boolean trouble)
            implements TemplateInstance {}
}
