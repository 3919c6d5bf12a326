package org.amanet.exports;

import java.util.Optional;
import org.amanet.reports.Consent;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Consent.Scope;

/** For whom a package is made, and which consent carries it. */
enum Profile {
    POLICE_PROSECUTOR(Scope.C4, true, IdentityLevel.IDENTITY),
    SECURITY_SERVICE(Scope.C5, true, IdentityLevel.PSEUDONYM),
    ASYLUM(Scope.C6, false, IdentityLevel.IDENTITY),
    SANCTIONS(Scope.C7, false, IdentityLevel.PSEUDONYM);

    private final Scope scope;
    private final boolean byCountry;
    private final IdentityLevel most;

    Profile(Scope scope, boolean byCountry, IdentityLevel most) {
        this.scope = scope;
        this.byCountry = byCountry;
        this.most = most;
    }

    /** The scope without which nothing goes out under this profile. */
    public Scope scope() {
        return scope;
    }

    /** What this purpose needs at most of what the reporter allows. */
    IdentityLevel atMost(IdentityLevel allowed) {
        return allowed.compareTo(most) < 0 ? allowed : most;
    }

    /** The decision that lets a report go to this state under this profile, where there is one. */
    Optional<Consent.Decision> allowedBy(Consent consent, String memberState) {
        return consent.granted(scope)
                .filter(decision -> !byCountry || memberState.equals(decision.country()));
    }
}
