package org.amanet.staff;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Actor.Kind;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that tokens which are refused, and people who try what is not theirs, stand in the
 * log. Somebody who brings nothing is only asked to sign in, and is nobody's business.
 */
@ApplicationScoped
class RefusedRequests {
    private static final int CAUSES_MAX = 10;
    private static final String UNKNOWN = "TOKEN_UNKNOWN";

    private final Turnstile turnstile;

    RefusedRequests(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    void token(@ObservesAsync AuthenticationFailureEvent refused) {
        String reason = reason(refused.getAuthenticationFailure());
        turnstile.count(new Turnstile.Away(Act.LOGIN_REFUSED, Actor.outsider(), reason));
    }

    @ActivateRequestContext
    void person(@ObservesAsync AuthorizationFailureEvent refused) {
        SecurityIdentity identity = refused.getSecurityIdentity();
        if (identity != null && !identity.isAnonymous()) {
            String where = where(refused);
            turnstile.count(new Turnstile.Away(Act.ACCESS_REFUSED, actor(identity), where));
        }
    }

    /** What was wrong with the token; nothing of its content. */
    private static String reason(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof InvalidJwtException invalid) {
                return reason(invalid);
            }
            cause = cause.getCause();
        }
        return UNKNOWN;
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "TOKEN_FORGED";
        }
        if (invalid.hasExpired()) {
            return "TOKEN_EXPIRED";
        }
        boolean foreign =
                invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                        || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)
                        || invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID);
        return foreign ? "TOKEN_FOREIGN" : UNKNOWN;
    }

    private static Actor actor(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Actor.outsider();
        }
        Optional<Member> member = Member.bySubject(token.getSubject());
        return member.map(Member::actor)
                .orElseGet(() -> new Actor(kind(identity), id(token.getSubject())));
    }

    /** Of people without a key we know the role alone. */
    private static Kind kind(SecurityIdentity identity) {
        if (identity.hasRole(Person.AUDITOR)) {
            return Kind.AUDITOR;
        }
        if (identity.hasRole(Person.LEAD)) {
            return Kind.LEAD;
        }
        if (identity.hasRole(Person.CASEWORKER)) {
            return Kind.CASEWORKER;
        }
        return identity.hasRole(Person.INVESTIGATOR) ? Kind.INVESTIGATOR : Kind.OUTSIDER;
    }

    static @Nullable UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException otherForm) {
            return null;
        }
    }

    /** {@code org.amanet.exports.ExportResource#approve} becomes {@code ExportResource.approve}. */
    private static String where(AuthorizationFailureEvent refused) {
        Object method =
                refused.getEventProperties().get(AuthorizationFailureEvent.SECURED_METHOD_KEY);
        if (method == null) {
            return "ROUTE";
        }
        String[] parts = method.toString().split("#", 2);
        String type = parts[0].substring(parts[0].lastIndexOf('.') + 1);
        String name = parts.length < 2 ? "" : "." + parts[1].replaceAll("\\W.*", "");
        return (type + name).replaceAll("[^A-Za-z.]", "");
    }
}
