package org.amanet.exports;

import org.amanet.reports.Consent;

/** The consent gate's answer for one report. */
sealed interface Ruling {

    /** It may go, the reporter appearing at this level of identity at most. */
    record Passes(Consent.IdentityLevel identity) implements Ruling {}

    /** It stays. */
    record Stays(Reason reason) implements Ruling {}

    /** Why a report stays. */
    enum Reason {
        /** The reporter no longer wants it kept at all. */
        NOT_TO_BE_KEPT,
        /** The reporter does not allow it to go for this purpose. */
        NO_CONSENT,
        /** The reporter allows it, but for another state than the recipient's. */
        OTHER_COUNTRY
    }
}
