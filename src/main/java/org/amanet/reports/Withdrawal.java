package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;

/**
 * The reporter takes it all back, whoever else is at work on it: grants first, then the parts. What
 * stays is a row without content.
 */
@ApplicationScoped
public class Withdrawal {
    private final Trail trail;
    private final Clock clock;
    private final Event<ReportWithdrawn> withdrawn;

    Withdrawal(Trail trail, Clock clock, Event<ReportWithdrawn> withdrawn) {
        this.trail = trail;
        this.clock = clock;
        this.withdrawn = withdrawn;
    }

    /** At once and for good. Where there is nothing to withdraw, the same is done to nothing. */
    @Transactional
    public void withdraw(OpenedReport opened) {
        Happening happening = Happening.of(Act.REPORT_WITHDRAWN, Actor.reporter());
        // The decoy stays for everybody else, and nothing is ever logged about it.
        UUID id = opened.isDecoy() ? UUID.randomUUID() : opened.id();
        trail.record(opened.isDecoy() ? happening : happening.about(id));
        Report.locked(id).ifPresent(row -> row.withdraw(clock.instant()));
        Grant.removeAll(id);
        Part.deleteAllOf(id);
        withdrawn.fire(new ReportWithdrawn(id));
    }
}
