package org.amanet.exports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.ConsentChanged;
import org.amanet.reports.ReportWithdrawn;
import org.amanet.staff.Member;

/**
 * The investigator's side: pulls, acknowledges, refuses. And what stops a package before it is
 * pulled.
 */
@ApplicationScoped
class HandOver {
    private final Pieces pieces;
    private final Recipients recipients;
    private final Trail trail;
    private final Clock clock;

    HandOver(Pieces pieces, Recipients recipients, Trail trail, Clock clock) {
        this.pieces = pieces;
        this.recipients = recipients;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * An export handed to this investigator, who still speaks for the same state; otherwise it does
     * not exist.
     */
    @Transactional
    Export visible(UUID id, Member investigator) {
        return theirs(Export.byId(id), investigator);
    }

    /**
     * Says in the log that the package goes now; the bytes follow.
     *
     * @throws Refusal when its time is over, it was answered already, or the investigator's key is
     *     no longer the one it is sealed to
     */
    @Transactional
    Export pull(UUID id, Member investigator) {
        Export export = theirs(Export.held(id), investigator);
        recipients.require(export);
        export.pulled(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        record(Act.EXPORT_PULLED, investigator.actor(), id, "");
        return export;
    }

    /** It arrived whole; our copy goes. */
    @Transactional
    void acknowledge(UUID id, Member investigator) {
        theirs(Export.held(id), investigator).acknowledge();
        pieces.destroy(id);
        record(Act.EXPORT_ACKNOWLEDGED, investigator.actor(), id, "");
    }

    /** It is not wanted, for this reason; our copy goes. */
    @Transactional
    void refuse(UUID id, Member investigator, RefusalReason reason) {
        theirs(Export.held(id), investigator).refuse(reason);
        pieces.destroy(id);
        record(Act.EXPORT_REFUSED, investigator.actor(), id, reason.name());
    }

    @Transactional
    void stop(@Observes ReportWithdrawn event) {
        ExportReport.exportsOf(event.report()).forEach(this::stop);
    }

    @Transactional
    void stop(@Observes ConsentChanged event) {
        ExportReport.exportsOf(event.report()).forEach(this::stop);
    }

    /** What nobody pulled in time goes, and so do copies of what was pulled and never answered. */
    @Scheduled(every = "1h", delayed = "2m")
    @Transactional
    void stopOverdue() {
        Instant now = clock.instant();
        Export.overdue(now).forEach(export -> stop(export.id));
        pieces.destroyOverdue(now);
    }

    private static Export theirs(Optional<Export> found, Member investigator) {
        return found.filter(export -> export.recipient.equals(investigator.id))
                .filter(export -> export.memberState.equals(investigator.memberState))
                .filter(
                        export ->
                                export.approvedBy != null && export.status != ExportStatus.STOPPED)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** Waits for whoever approves or pulls just now, and then finds it stopped or too late. */
    private void stop(UUID id) {
        boolean stopped = Export.held(id).map(Export::stop).orElse(false);
        if (stopped) {
            pieces.destroy(id);
            record(Act.EXPORT_STOPPED, Actor.system(), id, "");
        }
    }

    private void record(Act act, Actor by, UUID export, String codes) {
        for (UUID report : ExportReport.reportsOf(export)) {
            trail.record(Happening.of(act, by).about(report).touching(export).saying(codes));
        }
    }
}
