package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amanet.codes.Codes;
import org.amanet.reports.Account;
import org.amanet.reports.Band;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.Randomness;
import org.jspecify.annotations.Nullable;

/**
 * A report as an authority receives it. What is not named here does not leave: this record is the
 * allow-list. Of somebody who wants to be nobody there is no name to ask after, no hour and no time
 * in their own words.
 *
 * @param item made for this export alone; two authorities cannot join theirs by it
 * @param identity as whom the reporter allows to appear, and the recipient's purpose needs
 * @param pseudonym under which the organisation passes questions on; null for the anonymous
 * @param received the hour (ISO 8601, UTC), or the day for the anonymous
 * @param placeOfReporter the country the person was in when it happened: the first question of
 *     jurisdiction
 * @param account in the person's own words and language
 * @param codeListVersion which version of the code lists the codes are from
 */
record ExportedReport(
        String item,
        String statement,
        IdentityLevel identity,
        @Nullable String pseudonym,
        String received,
        String language,
        @Nullable String placeOfReporter,
        @Nullable String when,
        @Nullable String whenInOwnWords,
        String danger,
        Band band,
        String account,
        int codeListVersion,
        List<String> demands,
        List<String> means,
        List<String> channels,
        List<String> notIncluded) {
    private static final String NOT_A_STATEMENT = "First account, not a witness statement.";

    private static final List<String> LEFT_OUT =
            List.of("relatives", "distrusted-persons", "messages", "notes");

    private static final List<String> LEFT_OUT_OF_ANONYMOUS =
            List.of("hour-received", "time-in-own-words", "pseudonym");

    private static final List<String> HEADING =
            List.of(
                    "item",
                    "identity",
                    "pseudonym",
                    "received",
                    "language",
                    "place_of_reporter",
                    "when",
                    "danger",
                    "code_list_version",
                    "demands",
                    "means",
                    "channels",
                    "account");

    static ExportedReport of(OpenedReport opened, IdentityLevel identity) {
        Account account = opened.account();
        boolean anonymous = identity == IdentityLevel.ANONYMOUS;
        return new ExportedReport(
                Randomness.reference(),
                NOT_A_STATEMENT,
                identity,
                anonymous ? null : Randomness.reference(),
                received(opened, anonymous),
                account.language(),
                account.where(),
                account.when(),
                anonymous ? null : account.about(),
                account.danger(),
                opened.report().band,
                account.account(),
                Codes.VERSION,
                account.demands(),
                account.means(),
                account.channels(),
                leftOut(anonymous));
    }

    private static String received(OpenedReport opened, boolean anonymous) {
        var hour = opened.report().receivedHour;
        return anonymous ? hour.atOffset(ZoneOffset.UTC).toLocalDate().toString() : hour.toString();
    }

    private static List<String> leftOut(boolean anonymous) {
        List<String> all = new ArrayList<>(LEFT_OUT);
        all.addAll(anonymous ? LEFT_OUT_OF_ANONYMOUS : List.of());
        return List.copyOf(all);
    }

    static void table(List<ExportedReport> reports, OutputStream out) throws IOException {
        Sheet sheet = new Sheet(out, HEADING);
        for (ExportedReport report : reports) {
            sheet.row(report.cells());
        }
    }

    private List<String> cells() {
        return List.of(
                item,
                identity.name(),
                Objects.toString(pseudonym, ""),
                received,
                language,
                Objects.toString(placeOfReporter, ""),
                Objects.toString(when, ""),
                danger,
                Integer.toString(codeListVersion),
                String.join(" ", demands),
                String.join(" ", means),
                String.join(" ", channels),
                account);
    }

    @Override
    public String toString() {
        return "ExportedReport";
    }
}
