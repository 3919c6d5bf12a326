package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.amanet.codes.Codes;
import org.amanet.reports.Account;
import org.amanet.reports.Answer;
import org.amanet.reports.Band;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Question;
import org.amanet.reports.Residence;
import org.amanet.reports.Suspect;
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
 * @param residence as what the person was in that country: the second question of jurisdiction
 * @param suspects who it was as far as the person knows, and how they know it
 * @param evidence what the person says there is to show
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
        @Nullable Residence residence,
        String danger,
        Band band,
        String account,
        int codeListVersion,
        List<String> demands,
        List<String> means,
        List<String> channels,
        List<Suspect> suspects,
        List<String> evidence,
        List<Later> answeredLater,
        List<String> notIncluded) {
    private static final String NOT_A_STATEMENT = "First account, not a witness statement.";

    private static final List<String> LEFT_OUT =
            List.of(
                    "relatives",
                    "distrusted-persons",
                    "urgency",
                    "deadlines",
                    "wishes",
                    "contact",
                    "messages",
                    "notes");

    private static final List<String> LEFT_OUT_OF_ANONYMOUS =
            List.of("hour-received", "time-in-own-words", "actor-in-own-words", "pseudonym");

    /** What was answered later to these goes no further than the account's own answers do. */
    private static final Set<Question> KEPT_BACK =
            EnumSet.of(
                    Question.URGENCY,
                    Question.RELATIVES,
                    Question.WISHES,
                    Question.EXCLUSIONS,
                    Question.CONTACT,
                    Question.DEADLINE);

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
                    "residence",
                    "actors",
                    "traces",
                    "evidence",
                    "account");

    /**
     * What the person answered later, beside the first account.
     *
     * @param hour null for the anonymous
     */
    record Later(
            Question question,
            List<String> codes,
            @Nullable String words,
            @Nullable Suspect suspect,
            @Nullable String hour) {
        static Later of(Answer answer, boolean anonymous) {
            return new Later(
                    answer.question(),
                    answer.codes(),
                    anonymous ? null : answer.words(),
                    answer.suspect() == null ? null : of(answer.suspect(), anonymous),
                    anonymous ? null : answer.hour().toString());
        }

        static Suspect of(Suspect suspect, boolean anonymous) {
            return anonymous
                    ? new Suspect(suspect.actor(), suspect.basis(), suspect.traces(), null)
                    : suspect;
        }

        @Override
        public String toString() {
            return "Later " + question;
        }
    }

    /**
     * What goes of it.
     *
     * @param blackened the account as it goes where passages were taken away
     */
    static ExportedReport of(
            OpenedReport opened, IdentityLevel identity, @Nullable String blackened) {
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
                account.residence(),
                account.danger(),
                opened.report().band,
                Objects.requireNonNullElse(blackened, account.account()),
                Codes.VERSION,
                account.demands(),
                account.means(),
                account.channels(),
                account.suspects().stream().map(one -> Later.of(one, anonymous)).toList(),
                account.evidence(),
                opened.answers().stream()
                        .filter(answer -> !KEPT_BACK.contains(answer.question()))
                        .map(answer -> Later.of(answer, anonymous))
                        .toList(),
                leftOut(anonymous, blackened != null));
    }

    private static String received(OpenedReport opened, boolean anonymous) {
        var hour = opened.report().receivedHour;
        return anonymous ? hour.atOffset(ZoneOffset.UTC).toLocalDate().toString() : hour.toString();
    }

    private static List<String> leftOut(boolean anonymous, boolean blackened) {
        List<String> all = new ArrayList<>(LEFT_OUT);
        if (blackened) {
            all.add("passages-of-account");
        }
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
                Objects.toString(residence, ""),
                actors(),
                traces(),
                String.join(" ", evidence),
                account);
    }

    /** Each with how it is known, so that what was seen is not taken for what was concluded. */
    private String actors() {
        return suspects.stream()
                .filter(one -> one.actor() != null)
                .map(one -> one.actor() + " (" + one.basis() + ")")
                .collect(Collectors.joining(" "));
    }

    private String traces() {
        return suspects.stream()
                .flatMap(one -> one.traces().stream())
                .map(trace -> trace.type() + " " + trace.value())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "ExportedReport";
    }
}
