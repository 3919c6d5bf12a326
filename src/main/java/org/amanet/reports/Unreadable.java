package org.amanet.reports;

import java.util.List;
import java.util.Map;

/**
 * What stands in the place of a part that nobody can open: it says nothing and allows nothing. Whom
 * the reporter left out is then not known either.
 */
final class Unreadable {
    private Unreadable() {}

    static Account account(Report report) {
        return Account.saying(report.language, "");
    }

    /** The band that the report came with, without reasons. */
    static Triage triage(Report report) {
        return new Triage(report.band, List.of());
    }

    static Consent consent(Report report) {
        return new Consent(Map.of(), report.language, "", report.receivedHour);
    }
}
