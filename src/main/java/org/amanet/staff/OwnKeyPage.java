package org.amanet.staff;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Passphrase;
import org.jspecify.annotations.Nullable;

/** A member's own passphrase and key: changed, rotated, or made anew after a passphrase is lost. */
@Path("/desk/vault/key")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class OwnKeyPage {
    private static final URI HERE = URI.create("/desk/vault/key");
    private static final URI CHANGED = URI.create("/desk/vault/key?changed=true");
    private static final URI DOOR = URI.create("/desk/vault");
    private static final int PASSPHRASE_MAX_CHARACTERS = 200;

    private final CurrentMember current;
    private final KeyChange change;

    OwnKeyPage(CurrentMember current, KeyChange change) {
        this.current = current;
        this.change = change;
    }

    /** The three forms of the page. */
    enum Form {
        PASSPHRASE,
        ROTATION,
        FORGOTTEN
    }

    @GET
    public Response look(
            @QueryParam("changed") boolean changed,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return current.known().isEmpty()
                ? Response.seeOther(DOOR).build()
                : Response.ok(page(wanted, changed ? Form.PASSPHRASE : null, null)).build();
    }

    @POST
    @Path("/passphrase")
    public Response passphrase(
            @FormParam("passphrase") @Nullable String passphrase,
            @FormParam("next") @Nullable String next,
            @FormParam("again") @Nullable String again,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String typed = Objects.toString(next, "");
        if (!typed.equals(Objects.toString(again, ""))) {
            return again(wanted, Form.PASSPHRASE, Trouble.NOT_THE_SAME);
        }
        return done(
                wanted,
                Form.PASSPHRASE,
                () -> {
                    try (Passphrase old = read(passphrase);
                            Passphrase fresh = read(typed)) {
                        String session = current.person().session();
                        current.carry(change.passphrase(current.member(), session, old, fresh));
                    }
                });
    }

    @POST
    @Path("/rotation")
    public Response rotate(
            @FormParam("passphrase") @Nullable String passphrase,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return done(
                wanted,
                Form.ROTATION,
                () -> {
                    try (Passphrase typed = read(passphrase)) {
                        change.rotate(current.member(), typed);
                    }
                });
    }

    @POST
    @Path("/forgotten")
    public Response begin(
            @FormParam("next") @Nullable String next,
            @FormParam("again") @Nullable String again,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String typed = Objects.toString(next, "");
        if (!typed.equals(Objects.toString(again, ""))) {
            return again(wanted, Form.FORGOTTEN, Trouble.NOT_THE_SAME);
        }
        return done(
                wanted,
                Form.FORGOTTEN,
                () -> {
                    try (Passphrase fresh = read(typed)) {
                        change.begin(current.member(), fresh);
                    }
                });
    }

    @POST
    @Path("/drop")
    public Response drop() {
        change.drop(current.member());
        return Response.seeOther(HERE).build();
    }

    private static Passphrase read(@Nullable String typed) {
        String text = Objects.toString(typed, "");
        if (text.length() > PASSPHRASE_MAX_CHARACTERS) {
            throw new Refusal(Problem.WEAK_PASSPHRASE);
        }
        return Passphrase.of(text.toCharArray());
    }

    private Response done(@Nullable String wanted, Form form, Runnable act) {
        try {
            act.run();
            return Response.seeOther(form == Form.PASSPHRASE ? CHANGED : HERE).build();
        } catch (Refusal refusal) {
            return again(wanted, form, trouble(refusal));
        }
    }

    private static Trouble trouble(Refusal refusal) {
        return refusal.problem() == Problem.CONFLICT ? Trouble.CONFLICT : Trouble.of(refusal);
    }

    private Response again(@Nullable String wanted, Form form, Trouble trouble) {
        return Response.status(trouble.status()).entity(page(wanted, form, trouble)).build();
    }

    private TemplateInstance page(
            @Nullable String wanted, @Nullable Form form, @Nullable Trouble trouble) {
        Language language = Language.bestOfStaff(wanted);
        String fingerprint = NextKey.of(current.member().id).map(NextKey::fingerprint).orElse("");
        return new OwnKey(language, current.frame(language, "vault"), fingerprint, form, trouble)
                .setLocale(language.locale());
    }

    /**
     * The page.
     *
     * @param fingerprint of the key that waits for a lead; empty where none does
     * @param form the one that was sent; without trouble it was done
     */
    record OwnKey(
            Language language,
            Frame frame,
            String fingerprint,
            @Nullable Form form,
            @Nullable Trouble trouble)
            implements TemplateInstance {}
}
