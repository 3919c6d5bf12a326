package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import org.amanet.reports.Consent;
import org.amanet.reports.OpenedReport;

/** Says what may go, as whom, and why not. There is no way round it. */
@ApplicationScoped
class ConsentGate {

    /** The gate's answer for one report. */
    sealed interface Ruling permits Passes, Stays {}

    /** It may go, the reporter appearing at this level of identity at most. */
    record Passes(Consent.IdentityLevel identity) implements Ruling {}

    /** It stays, for this reason: a code. */
    record Stays(String reason) implements Ruling {}

    Ruling rule(OpenedReport opened, Profile profile, String memberState) {
        Consent consent = opened.consent();
        if (consent.granted(Consent.Scope.C0).isEmpty()) {
            return new Stays("NOT_TO_BE_KEPT");
        }
        if (consent.granted(profile.scope()).isEmpty()) {
            return new Stays("NO_CONSENT_" + profile.scope());
        }
        return profile.allowedBy(consent, memberState)
                .<Ruling>map(decision -> new Passes(level(decision)))
                .orElseGet(() -> new Stays("OTHER_COUNTRY_" + profile.scope()));
    }

    private static Consent.IdentityLevel level(Consent.Decision decision) {
        return decision.identity() == null ? Consent.IdentityLevel.ANONYMOUS : decision.identity();
    }
}
