package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.evidence.Exhibits;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Addenda;
import org.amanet.reports.Assignment;
import org.amanet.reports.Band;
import org.amanet.reports.Handling;
import org.amanet.reports.History;
import org.amanet.reports.Note;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Relatives;
import org.amanet.reports.Report;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;

/**
 * What a member does with one report, for routes and pages alike. Everything begins with opening it
 * and so with a line in the log.
 */
@ApplicationScoped
class Casework {
    private final CurrentMember current;
    private final Access access;
    private final Addenda addenda;
    private final Handling handling;
    private final Assignment assignment;
    private final History history;
    private final Exhibits exhibits;
    private final Trail trail;

    Casework(
            CurrentMember current,
            Access access,
            Addenda addenda,
            Handling handling,
            Assignment assignment,
            History history,
            Exhibits exhibits,
            Trail trail) {
        this.current = current;
        this.access = access;
        this.addenda = addenda;
        this.handling = handling;
        this.assignment = assignment;
        this.history = history;
        this.exhibits = exhibits;
        this.trail = trail;
    }

    /** The whole case, as it is now; what was new in it is read. */
    CaseView read(String id) {
        return opened(
                id,
                opened -> {
                    handling.read(opened);
                    List<ExhibitView> files = views(opened);
                    return CaseView.of(opened, files, current.member(), history.of(opened));
                });
    }

    /** What lies under the second lock. */
    Relatives relatives(String id, String reason) {
        return access.openRelatives(uuid(id), current.member(), current.vault(), reason);
    }

    /** What is known of the files that came with it. */
    List<ExhibitView> exhibits(String id) {
        return opened(id, this::views);
    }

    private List<ExhibitView> views(OpenedReport opened) {
        return exhibits.of(opened).stream().map(ExhibitView::of).toList();
    }

    /** One of the files, to be handed out. */
    Handing exhibit(String id, String file) {
        Member member = current.member();
        OpenedReport opened = access.openExhibit(uuid(id), member, current.vault(), uuid(file));
        Happening broken =
                Happening.of(Act.SEAL_BROKEN, member.actor())
                        .about(opened.id())
                        .touching(uuid(file));
        try {
            return new Handing(exhibits.stream(opened, uuid(file)), trail, broken);
        } catch (Refusal notToBeHad) {
            opened.close();
            trail.recordRefusal(broken);
            throw notToBeHad;
        }
    }

    Standing note(String id, String text) {
        return changed(id, opened -> addenda.note(opened, current.member(), Note.About.CASE, text));
    }

    Standing answer(String id, String text) {
        return changed(id, opened -> addenda.message(opened, current.member(), text));
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

    private <T> T opened(String id, Function<OpenedReport, T> act) {
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
