package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.dossiers.Dossier;
import org.amanet.dossiers.Dossiers;
import org.amanet.evidence.Exhibits;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Addenda;
import org.amanet.reports.Assignment;
import org.amanet.reports.Band;
import org.amanet.reports.Handling;
import org.amanet.reports.History;
import org.amanet.reports.Mark;
import org.amanet.reports.Note;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Pace;
import org.amanet.reports.Relatives;
import org.amanet.reports.Report;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.jspecify.annotations.Nullable;

/**
 * What a member does with one report, for routes and pages alike. Everything begins with opening it
 * and so with a line in the log.
 */
@ApplicationScoped
class Casework {
    private final CurrentMember current;
    private final Access access;
    private final Pace pace;
    private final Addenda addenda;
    private final Handling handling;
    private final Assignment assignment;
    private final History history;
    private final Exhibits exhibits;
    private final Dossiers dossiers;

    Casework(
            CurrentMember current,
            Access access,
            Pace pace,
            Addenda addenda,
            Handling handling,
            Assignment assignment,
            History history,
            Exhibits exhibits,
            Dossiers dossiers) {
        this.current = current;
        this.access = access;
        this.pace = pace;
        this.addenda = addenda;
        this.handling = handling;
        this.assignment = assignment;
        this.history = history;
        this.exhibits = exhibits;
        this.dossiers = dossiers;
    }

    /** The whole case, as it is now; what was new in it is read. */
    CaseView read(String id) {
        pace.require(uuid(id), current.member());
        return opened(
                id,
                opened -> {
                    handling.read(opened);
                    List<ExhibitView> files = views(opened);
                    Dossier dossier = dossiers.of(opened, current.member());
                    return CaseView.of(
                            opened, files, dossier, current.member(), history.of(opened));
                });
    }

    /** What lies under the second lock. */
    Relatives relatives(String id, String reason) {
        pace.require(uuid(id), current.member());
        return access.openRelatives(uuid(id), current.member(), current.vault(), reason);
    }

    /** What is known of the files that came with it. */
    List<ExhibitView> exhibits(String id) {
        pace.require(uuid(id), current.member());
        return opened(id, this::views);
    }

    private List<ExhibitView> views(OpenedReport opened) {
        return exhibits.of(opened).stream().map(ExhibitView::of).toList();
    }

    Standing note(String id, String text) {
        return changed(
                id,
                opened ->
                        addenda.note(
                                opened, current.member(), Note.About.CASE, Mark.without(text)));
    }

    /**
     * A message to the reporter.
     *
     * @param retelling why it asks them to tell again what they told, where it does
     */
    Standing answer(String id, String text, @Nullable String retelling) {
        if (text.contains(Replies.GAP)) {
            throw new Refusal(Problem.INVALID_REQUEST, Trouble.UNFILLED);
        }
        return changed(
                id,
                opened -> {
                    Report row = addenda.message(opened, current.member(), Mark.without(text));
                    return retelling == null
                            ? row
                            : addenda.note(
                                    opened, current.member(), Note.About.RETELLING, retelling);
                });
    }

    Standing move(String id, long seen, Status next) {
        return changed(id, opened -> handling.move(opened, seen, current.member(), next));
    }

    /** The same on what is there now, whatever somebody saw. */
    Standing move(String id, Status next) {
        return changed(
                id,
                opened -> handling.move(opened, opened.report().version, current.member(), next));
    }

    Standing override(String id, long seen, Band band, String reason) {
        Handling.NewBand wish = new Handling.NewBand(band, reason);
        return changed(id, opened -> handling.override(opened, seen, current.member(), wish));
    }

    Standing assign(String id, long seen, Assignment.To to) {
        return changed(
                id,
                opened -> assignment.assign(opened, seen, current.member(), current.vault(), to));
    }

    /** The same on what is there now, whatever somebody saw. */
    Standing assign(String id, Assignment.To to) {
        return changed(
                id,
                opened ->
                        assignment.assign(
                                opened,
                                opened.report().version,
                                current.member(),
                                current.vault(),
                                to));
    }

    /** The member gives up their own grant; nothing of the report is theirs to see afterwards. */
    void recuse(String id) {
        try (OpenedReport opened = open(id)) {
            assignment.recuse(opened, current.member());
        }
    }

    private Standing changed(String id, Function<OpenedReport, Report> change) {
        return opened(id, opened -> Standing.of(change.apply(opened), current.member()));
    }

    /** Shows something of it: whoever reads it reads one report more. */
    <T> T shown(String id, Function<OpenedReport, T> what) {
        pace.require(uuid(id), current.member());
        return opened(id, what);
    }

    /** Does something with the report while it is open. */
    <T> T opened(String id, Function<OpenedReport, T> act) {
        try (OpenedReport opened = open(id)) {
            return act.apply(opened);
        }
    }

    private OpenedReport open(String id) {
        return access.open(uuid(id), current.member(), current.vault());
    }

    /** What is no id is the id of nothing: the answer is the one to an id of somebody else's. */
    static UUID uuid(String id) {
        try {
            UUID parsed = UUID.fromString(id);
            if (parsed.toString().equals(id)) {
                return parsed;
            }
        } catch (IllegalArgumentException malformed) {
            // the same answer below
        }
        throw new Refusal(Problem.NOT_FOUND);
    }
}
