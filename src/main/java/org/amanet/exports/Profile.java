package org.amanet.exports;

import java.util.Optional;
import org.amanet.reports.Consent;
import org.amanet.reports.Consent.Scope;

/** For whom a package is made, and which consent carries it. */
enum Profile {
    POLICE_PROSECUTOR(Scope.C4, true),
    SECURITY_SERVICE(Scope.C5, true),
    ASYLUM(Scope.C6, false),
    SANCTIONS(Scope.C7, false);

    private final Scope scope;
    private final boolean byCountry;

    Profile(Scope scope, boolean byCountry) {
        this.scope = scope;
        this.byCountry = byCountry;
    }

    /** The scope without which nothing goes out under this profile. */
    public Scope scope() {
        return scope;
    }

    /** The decision that lets a report go to this state under this profile, where there is one. */
    Optional<Consent.Decision> allowedBy(Consent consent, String memberState) {
        return consent.granted(scope)
                .filter(decision -> !byCountry || memberState.equals(decision.country()));
    }
}
