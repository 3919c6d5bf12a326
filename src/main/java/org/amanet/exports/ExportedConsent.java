package org.amanet.exports;

import org.amanet.reports.Consent;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Consent.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The consent record as the recipient receives it: the decision that carries this package and what
 * may be done with it afterwards. What the person allows or forbids to others is not this
 * recipient's to know.
 *
 * @param scope the purpose, by its code
 * @param country for whose authorities, where the purpose is tied to a country
 * @param forwarding whether it may be passed on to Europol, Eurojust or other Member States
 * @param court whether it may be used before the UN, the ICC or a court
 * @param witness whether the person may be asked, through the organisation, to be a witness
 * @param language in which the wording was shown
 * @param wording SHA-256 (hex) of the wording that was shown
 * @param decided the hour of the decision; null for the anonymous
 */
record ExportedConsent(
        Scope scope,
        @Nullable String country,
        IdentityLevel identity,
        boolean forwarding,
        boolean court,
        boolean witness,
        String language,
        String wording,
        @Nullable String decided) {

    static ExportedConsent of(Consent consent, Export export, IdentityLevel identity) {
        Scope scope = export.profile.scope();
        Consent.Stamp stamp = consent.stampOf(scope);
        return new ExportedConsent(
                scope,
                consent.granted(scope).map(Consent.Decision::country).orElse(null),
                identity,
                consent.granted(Scope.C8).isPresent(),
                consent.granted(Scope.C9).isPresent(),
                consent.granted(Scope.C11).isPresent(),
                stamp.language(),
                stamp.wording(),
                identity == IdentityLevel.ANONYMOUS ? null : stamp.hour().toString());
    }

    @Override
    public String toString() {
        return "ExportedConsent";
    }
}
