package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import org.amanet.reports.Consent;
import org.amanet.reports.Consent.IdentityLevel;

/** Says what may go, as whom, and why not. There is no way round it. */
@ApplicationScoped
class ConsentGate {

    /** The ruling on a report under what its reporter allows now. */
    Ruling rule(Consent consent, Profile profile, String memberState) {
        if (consent.granted(Consent.Scope.C0).isEmpty()) {
            return new Ruling.Stays(Ruling.Reason.NOT_TO_BE_KEPT);
        }
        if (consent.granted(profile.scope()).isEmpty()) {
            return new Ruling.Stays(Ruling.Reason.NO_CONSENT);
        }
        return profile.allowedBy(consent, memberState)
                .<Ruling>map(decision -> new Ruling.Passes(profile.atMost(level(decision))))
                .orElseGet(() -> new Ruling.Stays(Ruling.Reason.OTHER_COUNTRY));
    }

    /** Somebody who did not say wants to be nobody. */
    private static IdentityLevel level(Consent.Decision decision) {
        return decision.identity() == null ? IdentityLevel.ANONYMOUS : decision.identity();
    }
}
