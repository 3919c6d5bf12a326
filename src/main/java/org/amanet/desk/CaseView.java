package org.amanet.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.dossiers.Dossier;
import org.amanet.reports.Account;
import org.amanet.reports.Answer;
import org.amanet.reports.Consent;
import org.amanet.reports.Grant;
import org.amanet.reports.History;
import org.amanet.reports.Message;
import org.amanet.reports.Note;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.PartKind;
import org.amanet.reports.Report;
import org.amanet.reports.SizeClass;
import org.amanet.reports.Triage;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * A report as those see it who may open it.
 *
 * @param standing where it stands, and what can be done now
 * @param country the country it was routed by, where the reporter agreed to that
 * @param triage the band that the rules gave, and which rules
 * @param answers what was answered later, oldest first
 * @param exhibits files that came with it, oldest first
 * @param dossier what the desk worked out about it
 * @param hasRelatives whether something lies under the second lock
 * @param excluded the members whom the reporter left out by name, at first or later
 * @param excludedInWords whom else, in the reporter's words
 * @param holders who else can open it
 * @param unreadable the parts that nobody can open, because they came sealed wrongly
 * @param history what was done with it, the newest first
 */
record CaseView(
        Standing standing,
        Instant receivedHour,
        String language,
        @Nullable String country,
        SizeClass size,
        Account account,
        Triage triage,
        Consent consent,
        List<Message> messages,
        List<Answer> answers,
        List<Note> notes,
        List<ExhibitView> exhibits,
        Dossier dossier,
        boolean hasRelatives,
        List<Standing.Colleague> excluded,
        List<String> excludedInWords,
        List<Standing.Colleague> holders,
        Set<PartKind> unreadable,
        List<History.Deed> history) {

    static CaseView of(
            OpenedReport opened,
            List<ExhibitView> exhibits,
            Dossier dossier,
            Member asking,
            List<History.Deed> history) {
        Report row = opened.report();
        return new CaseView(
                Standing.of(row, asking),
                row.receivedHour,
                row.language,
                row.country,
                row.sizeClass,
                opened.account(),
                opened.triage(),
                opened.consent(),
                opened.messages(),
                opened.answers(),
                opened.notes(),
                exhibits,
                dossier,
                opened.hasRelatives(),
                people(opened.excluded()),
                opened.excludedInWords(),
                people(Grant.holders(row.id)),
                opened.unreadable(),
                history);
    }

    private static List<Standing.Colleague> people(Collection<UUID> ids) {
        return ids.stream().map(Standing.Colleague::of).toList();
    }

    @Override
    public String toString() {
        return "CaseView of " + standing.id();
    }
}
