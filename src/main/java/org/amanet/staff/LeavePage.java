package org.amanet.staff;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.amanet.languages.Language;
import org.jspecify.annotations.Nullable;

/**
 * Signing out: the vault's session ends first, then the sign-on session, and the browser forgets
 * both. Whoever is no longer signed in may still leave.
 */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
class LeavePage {
    private static final URI SIGN_OUT = URI.create("/desk/sign-out");
    private static final URI SIGNED_OUT = URI.create("/desk/signed-out");

    private static final String FORGET = "Clear-Site-Data";

    private final CurrentMember current;
    private final Vaults vaults;

    LeavePage(CurrentMember current, Vaults vaults) {
        this.current = current;
        this.vaults = vaults;
    }

    @POST
    @Path("/leave")
    public Response leave() {
        current.token().ifPresent(vaults::end);
        current.drop();
        // The cookies go later: without them the sign-in server would not know whom to sign out.
        return Response.seeOther(current.isSignedIn() ? SIGN_OUT : SIGNED_OUT)
                .header(FORGET, "\"cache\", \"storage\"")
                .build();
    }

    /** Never gets here: whoever is signed in is taken over by the adapter of the sign-in server. */
    @GET
    @Path("/sign-out")
    @RolesAllowed({Person.CASEWORKER, Person.LEAD, Person.INVESTIGATOR, Person.AUDITOR})
    public Response signOut() {
        return Response.seeOther(SIGNED_OUT).build();
    }

    @GET
    @Path("/signed-out")
    public Response signedOut(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        current.drop();
        return Response.ok(new SignedOut(language).setLocale(language.locale()))
                .header(FORGET, "\"cache\", \"cookies\", \"storage\"")
                .build();
    }

    /** The last page. */
    record SignedOut(Language language) implements TemplateInstance {}
}
