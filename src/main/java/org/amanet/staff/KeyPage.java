package org.amanet.staff;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** What leads do about one person's key. */
@Path("/desk/people/{id}/key")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class KeyPage {
    private final CurrentMember current;
    private final Vouchings vouchings;
    private final KeyChange change;
    private final Retraction retraction;

    KeyPage(CurrentMember current, Vouchings vouchings, KeyChange change, Retraction retraction) {
        this.current = current;
        this.vouchings = vouchings;
        this.change = change;
        this.retraction = retraction;
    }

    @GET
    public TemplateInstance look(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(id, wanted, null, "");
    }

    @POST
    @Path("/vouching")
    public Response vouch(
            @PathParam("id") UUID id,
            @FormParam("heard") @Nullable String heard,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String fingerprint = NextKey.of(id).map(NextKey::fingerprint).orElse("");
        if (fingerprint.isEmpty() || !new Fingerprint(fingerprint).isHeard(heard)) {
            return again(id, wanted, Trouble.MISHEARD, "");
        }
        return done(
                id,
                wanted,
                "",
                () -> change.adopt(current.member(), current.vault(), id, fingerprint));
    }

    @POST
    @Path("/root-vouching")
    public Response vouchByRoot(
            @PathParam("id") UUID id,
            @FormParam("signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String typed = Objects.toString(signature, "");
        return done(
                id,
                wanted,
                typed,
                () -> change.adoptByRoot(current.member(), id, KeyResource.decoded(typed)));
    }

    @POST
    @Path("/withdrawal")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        current.vault();
        return done(id, wanted, "", () -> retraction.withdraw(current.member(), id));
    }

    @POST
    @Path("/root-withdrawal")
    public Response withdrawByRoot(
            @PathParam("id") UUID id,
            @FormParam("signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String typed = Objects.toString(signature, "");
        return done(
                id,
                wanted,
                typed,
                () -> retraction.withdrawByRoot(current.member(), id, KeyResource.decoded(typed)));
    }

    private Response done(UUID id, @Nullable String wanted, String typed, Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create("/desk/people/" + id + "/key")).build();
        } catch (Refusal refusal) {
            return again(id, wanted, trouble(refusal), typed);
        }
    }

    private static Trouble trouble(Refusal refusal) {
        return switch (refusal.problem()) {
            case CONFLICT -> Trouble.CONFLICT;
            case INVALID_REQUEST, NOT_VOUCHED -> Trouble.SIGNATURE;
            default -> throw refusal;
        };
    }

    private Response again(UUID id, @Nullable String wanted, Trouble trouble, String typed) {
        return Response.status(trouble.status()).entity(page(id, wanted, trouble, typed)).build();
    }

    private TemplateInstance page(
            UUID id, @Nullable String wanted, @Nullable Trouble trouble, String typed) {
        current.vault();
        Language language = Language.bestOfStaff(wanted);
        Frame frame = current.frame(language, "people");
        return new Key(language, frame, face(Vouchings.member(id)), trouble, typed)
                .setLocale(language.locale());
    }

    private Face face(Member member) {
        Optional<NextKey> next = NextKey.of(member.id);
        List<String> stands =
                Vouching.by(member.id).stream()
                        .flatMap(vouching -> Member.byId(vouching.member).stream())
                        .map(one -> one.alias)
                        .sorted()
                        .toList();
        return new Face(
                member.id,
                member.alias,
                member.role,
                member.fingerprint(),
                vouchings.hold(member),
                vouchings.isWithdrawn(member),
                retraction.isAsked(member),
                member.id.equals(current.member().id),
                stands,
                next.map(key -> new Fingerprint(key.fingerprint()).beginning()).orElse(""),
                next.map(key -> KeyChange.statement(member, key)).orElse(""),
                Retraction.statement(member),
                member.statement());
    }

    /** The page. */
    record Key(Language language, Frame frame, Face face, @Nullable Trouble trouble, String typed)
            implements TemplateInstance {}

    /**
     * Whose key it is.
     *
     * @param asked whether a lead has asked that nobody stand for it any more
     * @param stands for whom this lead stands
     * @param next how the fingerprint of the next key begins; empty where there is none
     * @param statement what the root would sign for the next key
     * @param withdrawal what the root would sign to end the vouching
     * @param now what the root would sign for the key as it is
     */
    record Face(
            UUID id,
            String alias,
            Role role,
            String fingerprint,
            boolean vouched,
            boolean withdrawn,
            boolean asked,
            boolean mine,
            List<String> stands,
            String next,
            String statement,
            String withdrawal,
            String now) {
        /** Whether cases are ever sealed to them. */
        public boolean staff() {
            return role != Role.INVESTIGATOR;
        }
    }
}
