package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/**
 * What staff decide about a report they have open. The version they saw must still be the one that
 * is there.
 */
@ApplicationScoped
public class Handling {
    private final Access access;
    private final Vouchings vouchings;
    private final Trail trail;
    private final Clock clock;

    Handling(Access access, Vouchings vouchings, Trail trail, Clock clock) {
        this.access = access;
        this.vouchings = vouchings;
        this.trail = trail;
        this.clock = clock;
    }

    /** The desk has seen what is new. */
    @Transactional
    public void read(OpenedReport opened) {
        Report row = row(opened);
        if (row.unread) {
            row.wasRead();
        }
    }

    /** Moves it on, by the table of {@link Status}. */
    @Transactional
    public void move(OpenedReport opened, long seen, Member by, Status next) {
        Report row = row(opened, seen);
        Status before = row.status;
        row.moveTo(next, clock.instant());
        record(Act.STATUS_CHANGED, by, row, before + " to " + next);
    }

    /**
     * Another band than the rules gave; the reason is sealed as a note by the caller, the change is
     * in the log.
     */
    @Transactional
    public void override(OpenedReport opened, long seen, Member by, Band band) {
        Report row = row(opened, seen);
        Band before = row.band;
        row.override(band, clock.instant());
        record(Act.BAND_CHANGED, by, row, before + " to " + band);
    }

    /**
     * Gives the report to a member of its desk, with a grant where there is none yet; takes it from
     * the caseworker who had it. Leads give to others, caseworkers to themselves, and nobody to
     * somebody the reporter left out.
     */
    @Transactional
    public void assign(OpenedReport opened, long seen, Member by, OpenedVault vault, UUID to) {
        Member member = Member.byId(to).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        requireMayAssign(opened, by, member);
        Report row = row(opened, seen);
        UUID before = row.assignee;
        if (Grant.held(row.id, Compartment.ACCOUNT, to).isEmpty()) {
            grant(opened, by, vault, member);
        }
        row.assign(to, clock.instant());
        trail.record(Happening.of(Act.REPORT_ASSIGNED, by.actor()).about(row.id).touching(to));
        if (before != null && !before.equals(to)) {
            takeFrom(before, row, by);
        }
    }

    private void requireMayAssign(OpenedReport opened, Member by, Member to) {
        boolean itself = to.id.equals(by.id);
        boolean colleague = opened.report().desk.equals(to.desk) && to.role != Role.INVESTIGATOR;
        if (!itself && by.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        if (!colleague || opened.account().excluded().contains(to.id)) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        vouchings.require(to);
    }

    private void grant(OpenedReport opened, Member by, OpenedVault vault, Member to) {
        for (Compartment compartment : Compartment.values()) {
            try (Identity key = access.keyOf(opened.id(), compartment, by, vault)) {
                Grant.seal(opened.id(), compartment, to.id, key, to.sealTo()).persist();
            }
        }
        trail.record(Happening.of(Act.GRANT_MADE, by.actor()).about(opened.id()).touching(to.id));
    }

    private void takeFrom(UUID before, Report row, Member by) {
        boolean caseworker = Member.byId(before).map(m -> m.role == Role.CASEWORKER).orElse(false);
        if (caseworker) {
            Grant.remove(row.id, before);
            trail.record(
                    Happening.of(Act.GRANT_REMOVED, by.actor()).about(row.id).touching(before));
        }
    }

    private static Report row(OpenedReport opened) {
        return Report.byId(opened.id()).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private static Report row(OpenedReport opened, long seen) {
        Report row = row(opened);
        if (row.version != seen) {
            throw new Refusal(Problem.PRECONDITION_FAILED);
        }
        return row;
    }

    private void record(Act act, Member by, Report row, String codes) {
        trail.record(Happening.of(act, by.actor()).about(row.id).saying(codes));
    }
}
