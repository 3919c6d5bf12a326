package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.staff.Member;

/**
 * What staff decide about a report they have open. The version they saw must still be the one that
 * is there: of two decisions on the same version one stands and the other is refused. Each answers
 * the row as it is then.
 */
@ApplicationScoped
public class Handling {
    private final Addenda addenda;
    private final Targets targets;
    private final Trail trail;
    private final Clock clock;

    Handling(Addenda addenda, Targets targets, Trail trail, Clock clock) {
        this.addenda = addenda;
        this.targets = targets;
        this.trail = trail;
        this.clock = clock;
    }

    /** The desk has seen what is new in what was opened; what came since stays new. */
    @Transactional
    public void read(OpenedReport opened) {
        if (opened.report().unread) {
            Report.wasRead(opened.id(), opened.report().version);
        }
    }

    /** Moves it on, by the table of {@link Status}. */
    @Transactional
    public Report move(OpenedReport opened, long seen, Member by, Status next) {
        Report.claim(opened.id(), seen, clock.instant());
        Report row = Report.byId(opened.id()).orElseThrow();
        Status before = row.status;
        Instant now = clock.instant();
        row.moveTo(next, targets.review(row.desk, row.band, now), opened.nextDeadline(now));
        record(Act.STATUS_CHANGED, by, row, before + " to " + next);
        return row;
    }

    /** Another band than there was. The reason is sealed as a note, the change is in the log. */
    @Transactional
    public Report override(OpenedReport opened, long seen, Member by, NewBand wish) {
        Report.claim(opened.id(), seen, clock.instant());
        Report row = addenda.note(opened, by, Note.About.BAND, wish.reason());
        Band before = row.band;
        Instant now = clock.instant();
        Instant first = targets.first(row.desk, wish.band(), now);
        row.override(wish.band(), first, opened.nextDeadline(now));
        record(Act.BAND_CHANGED, by, row, before + " to " + wish.band());
        return row;
    }

    /** A band, and why. */
    public record NewBand(Band band, String reason) {
        @Override
        public String toString() {
            return "NewBand " + band;
        }
    }

    private void record(Act act, Member by, Report row, String codes) {
        trail.record(Happening.of(act, by.actor()).about(row.id).saying(codes));
    }
}
