package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import org.amanet.reports.Consent;
import org.amanet.reports.OpenedReport;

/** Says what may go, as whom, and why not. There is no way round it. */
@ApplicationScoped
class ConsentGate {

    Ruling rule(OpenedReport opened, Profile profile, String memberState) {
        Consent consent = opened.consent();
        if (consent.granted(Consent.Scope.C0).isEmpty()) {
            return new Ruling.Stays("NOT_TO_BE_KEPT");
        }
        if (consent.granted(profile.scope()).isEmpty()) {
            return new Ruling.Stays("NO_CONSENT_" + profile.scope());
        }
        return profile.allowedBy(consent, memberState)
                .<Ruling>map(decision -> new Ruling.Passes(level(decision)))
                .orElseGet(() -> new Ruling.Stays("OTHER_COUNTRY_" + profile.scope()));
    }

    private static Consent.IdentityLevel level(Consent.Decision decision) {
        return decision.identity() == null ? Consent.IdentityLevel.ANONYMOUS : decision.identity();
    }
}
