package org.amanet.staff;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and their vault if it is open. One per request; the open key is wiped when the
 * request ends.
 */
@RequestScoped
public class CurrentMember {
    /** Where programs carry the vault token. */
    public static final String HEADER = "Vault-Token";

    /** What the document of the API calls that token. */
    public static final String VAULT = "vault";

    private static final String COOKIE = "vault";

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final VaultSession sessions;
    private final Vouchings vouchings;
    private final Trail trail;
    private final boolean demonstration;
    private @Nullable Member member;
    private @Nullable OpenedVault vault;

    CurrentMember(
            SecurityIdentity identity,
            RoutingContext request,
            VaultSession sessions,
            Vouchings vouchings,
            Trail trail,
            @ConfigProperty(name = "amanet.demonstration", defaultValue = "false")
                    boolean demonstration) {
        this.identity = identity;
        this.request = request;
        this.sessions = sessions;
        this.vouchings = vouchings;
        this.trail = trail;
        this.demonstration = demonstration;
    }

    /** What the identity provider says. */
    public Person person() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refusal(Problem.UNAUTHENTICATED);
        }
        return new Person(
                token.getSubject(),
                identity.getRoles(),
                token.getClaim("member_state"),
                token.getClaim("sid"));
    }

    boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    /** The member that this person is, if a key was ever registered. */
    public Optional<Member> known() {
        return Member.bySubject(person().subject());
    }

    /**
     * The member; refused where the person has no key yet, or where sign-on and voucher disagree
     * about the role, or about the state that an investigator speaks for.
     */
    public Member member() {
        if (member == null) {
            Person person = person();
            member = known().orElseThrow(() -> new Refusal(Problem.VAULT_NOT_ENROLLED));
            if (member.role != person.role() || !speaksForTheSameState(person, member)) {
                throw new Refusal(Problem.FORBIDDEN);
            }
        }
        return member;
    }

    /** An investigator who has moved on registers anew; what was for the old state stays there. */
    private static boolean speaksForTheSameState(Person person, Member member) {
        return member.role != Role.INVESTIGATOR
                || Objects.equals(member.memberState, person.memberState());
    }

    /**
     * The open vault; refused where it is locked, or where the database now shows another key than
     * the vault holds.
     */
    public OpenedVault vault() {
        if (vault == null) {
            VaultSession.Content content =
                    session().orElseThrow(() -> new Refusal(Problem.VAULT_LOCKED));
            Identity opened = Identity.parse(content.identity());
            if (!opened.recipient().encoded().equals(member().recipient)) {
                Actor actor = member().actor();
                trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, actor).touching(member().id));
                throw new Refusal(Problem.SEAL_BROKEN);
            }
            if (vouchings.isWithdrawn(member())) {
                throw new Refusal(Problem.NOT_VOUCHED);
            }
            vault = new OpenedVault(member().id, opened, former(content));
            sessions.renewed(content).ifPresent(this::carry);
        }
        return vault;
    }

    /** The key of before, as long as something may still be sealed to it. */
    private @Nullable Identity former(VaultSession.Content content) {
        String former = content.former();
        return former != null && FormerKey.isKept(member().id) ? Identity.parse(former) : null;
    }

    /** Whether the vault is open, without refusing. */
    public boolean isUnlocked() {
        return known().isPresent() && session().isPresent();
    }

    /** What stands around a page of this person. */
    public Frame frame(Language language, String here) {
        Frame frame = Frame.of(language, here, person().roles());
        long alarms = frame.lead() ? known().map(me -> Warning.waitingFor(me.id)).orElse(0L) : 0;
        return frame.with(isUnlocked(), demonstration, alarms);
    }

    Optional<VaultSession.Content> session() {
        return token().flatMap(token -> sessions.read(token, member(), person().session()));
    }

    /** What the client carries, whatever it is worth. */
    Optional<String> token() {
        String token = request.request().getHeader(HEADER);
        Cookie cookie = request.request().getCookie(COOKIE);
        return Optional.ofNullable(token == null && cookie != null ? cookie.getValue() : token);
    }

    /** Hands the token to the client: as a header to programs, as a cookie to browsers. */
    void carry(String token) {
        if (request.request().getHeader("Authorization") != null) {
            request.response().putHeader(HEADER, token);
        } else {
            request.response().addCookie(cookie(token));
        }
    }

    void drop() {
        request.response().addCookie(cookie("").setMaxAge(0));
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value)
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/");
    }

    @PreDestroy
    void wipe() {
        if (vault != null) {
            vault.close();
        }
    }
}
