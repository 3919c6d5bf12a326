package org.amanet.exports;

import org.amanet.reports.Consent;

/** The consent gate's answer for one report. */
sealed interface Ruling {

    /** It may go, the reporter appearing at this level of identity at most. */
    record Passes(Consent.IdentityLevel identity) implements Ruling {}

    /** It stays, for this reason: a code. */
    record Stays(String reason) implements Ruling {}
}
