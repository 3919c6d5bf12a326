package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.amanet.reports.Account;
import org.amanet.reports.Band;
import org.amanet.reports.Consent;
import org.amanet.reports.OpenedReport;
import org.jspecify.annotations.Nullable;

/**
 * A report as an authority receives it. What is not named here does not leave: this record is the
 * allow-list.
 *
 * @param pseudonym made for this export alone; two authorities cannot join theirs
 * @param placeOfReporter the country the person was in when it happened: the first question of
 *     jurisdiction
 * @param account in the person's own words and language
 */
record ExportedReport(
        String pseudonym,
        String statement,
        Consent.IdentityLevel identity,
        Instant receivedHour,
        String language,
        @Nullable String placeOfReporter,
        @Nullable String when,
        @Nullable String whenInOwnWords,
        String danger,
        Band band,
        String account,
        List<String> demands,
        List<String> means,
        List<String> channels,
        List<String> notIncluded) {
    private static final String NOT_A_STATEMENT = "First account, not a witness statement.";

    private static final List<String> LEFT_OUT =
            List.of("relatives", "distrusted-persons", "messages", "notes");

    static ExportedReport of(
            OpenedReport opened, String pseudonym, Consent.IdentityLevel identity) {
        Account account = opened.account();
        return new ExportedReport(
                pseudonym,
                NOT_A_STATEMENT,
                identity,
                opened.report().receivedHour,
                account.language(),
                account.where(),
                account.when(),
                account.about(),
                account.danger(),
                opened.report().band,
                account.account(),
                account.demands(),
                account.means(),
                account.channels(),
                LEFT_OUT);
    }

    static void table(List<ExportedReport> reports, OutputStream out) throws IOException {
        Sheet sheet =
                new Sheet(
                        out,
                        List.of(
                                "pseudonym",
                                "received_hour",
                                "language",
                                "place_of_reporter",
                                "when",
                                "danger",
                                "demands",
                                "means",
                                "channels",
                                "account"));
        for (ExportedReport report : reports) {
            sheet.row(
                    List.of(
                            report.pseudonym,
                            report.receivedHour.toString(),
                            report.language,
                            Objects.toString(report.placeOfReporter, ""),
                            Objects.toString(report.when, ""),
                            report.danger,
                            String.join(" ", report.demands),
                            String.join(" ", report.means),
                            String.join(" ", report.channels),
                            report.account));
        }
    }

    @Override
    public String toString() {
        return "ExportedReport";
    }
}
