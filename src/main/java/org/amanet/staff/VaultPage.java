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
import java.util.Collection;
import java.util.Optional;
import org.amanet.languages.Language;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Passphrase;
import org.jspecify.annotations.Nullable;

/** The vault's door: made once, opened for a while, locked again. */
@Path("/desk/vault")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class VaultPage {
    private static final URI HERE = URI.create("/desk/vault");
    private static final int RETRY_SECONDS = 2;

    private final CurrentMember current;
    private final Vaults vaults;
    private final Vouchings vouchings;
    private final Desks desks;

    VaultPage(CurrentMember current, Vaults vaults, Vouchings vouchings, Desks desks) {
        this.current = current;
        this.vaults = vaults;
        this.vouchings = vouchings;
        this.desks = desks;
    }

    @GET
    public TemplateInstance look(
            @QueryParam("then") @Nullable String then,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        return current.known().isPresent()
                ? door(language, Destination.of(then), null)
                : enrolment(language, "", "", null);
    }

    @POST
    public Response enrol(
            @FormParam("alias") @Nullable String alias,
            @FormParam("desk") @Nullable String desk,
            @FormParam("passphrase") @Nullable String passphrase,
            @FormParam("again") @Nullable String again,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Enrolment enrolment = Enrolment.of(alias, desk, passphrase, again);
        Trouble trouble = enrolment.trouble();
        trouble = trouble == null ? enrolled(enrolment) : trouble;
        if (trouble == null) {
            return Response.seeOther(HERE).build();
        }
        Language language = Language.bestOfStaff(wanted);
        return answer(trouble, enrolment(language, enrolment.alias(), enrolment.desk(), trouble));
    }

    @POST
    @Path("/session")
    public Response unlock(
            @FormParam("passphrase") @Nullable String passphrase,
            @FormParam("then") @Nullable String then,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Destination destination = Destination.of(then);
        Trouble trouble = unlocked(passphrase == null ? "" : passphrase);
        return trouble == null
                ? Response.seeOther(destination.uri()).build()
                : answer(trouble, door(Language.bestOfStaff(wanted), destination, trouble));
    }

    @POST
    @Path("/lock")
    public Response lock() {
        current.token().ifPresent(vaults::end);
        current.drop();
        return Response.seeOther(HERE).build();
    }

    private static Response answer(Trouble trouble, TemplateInstance page) {
        Response.ResponseBuilder answer = Response.status(trouble.status()).entity(page);
        if (trouble == Trouble.BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.build();
    }

    private @Nullable Trouble enrolled(Enrolment enrolment) {
        if (current.known().isPresent()) {
            return null; // pressed twice
        }
        try (Passphrase passphrase = Passphrase.of(enrolment.passphrase().toCharArray())) {
            vaults.enrol(current.person(), enrolment.alias(), enrolment.desk(), passphrase);
            return null;
        } catch (Refusal refusal) {
            return Trouble.of(refusal);
        }
    }

    private @Nullable Trouble unlocked(String typed) {
        try (Passphrase passphrase = Passphrase.of(typed.toCharArray())) {
            Member member = current.member();
            current.carry(vaults.unlock(member, current.person().session(), passphrase));
            return null;
        } catch (Refusal refusal) {
            return Trouble.of(refusal);
        }
    }

    private TemplateInstance enrolment(
            Language language, String alias, String desk, @Nullable Trouble trouble) {
        Frame frame = current.frame(language, "vault");
        return new Enrol(language, frame, desks.all(), alias, desk, trouble)
                .setLocale(language.locale());
    }

    private TemplateInstance door(
            Language language, Destination destination, @Nullable Trouble trouble) {
        Member member = current.member();
        String desk =
                Optional.ofNullable(member.desk).flatMap(desks::named).map(Desk::name).orElse("");
        Face face =
                new Face(
                        member.alias,
                        desk,
                        member.fingerprint(),
                        vouchings.hold(member),
                        member.role == Role.LEAD,
                        member.statement());
        Frame frame = current.frame(language, "vault");
        return new Door(language, frame, face, destination.path(), trouble)
                .setLocale(language.locale());
    }

    /** Where somebody makes a vault. */
    record Enrol(
            Language language,
            Frame frame,
            Collection<Desk> desks,
            String alias,
            String desk,
            @Nullable Trouble trouble)
            implements TemplateInstance {}

    /** Where somebody opens and locks the vault they have. */
    record Door(Language language, Frame frame, Face face, String then, @Nullable Trouble trouble)
            implements TemplateInstance {}

    /** The member's own key, as others see it. */
    record Face(
            String alias,
            String desk,
            String fingerprint,
            boolean vouched,
            boolean lead,
            String statement) {}
}
