package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Actor.Kind;
import org.amanet.audit.Chain;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;

/**
 * A report that was put aside only because it was like many others waits with the rest again, once
 * whoever sent it comes back with something new. What a person at the desk put aside stays there.
 */
@ApplicationScoped
class Release {
    private final Chain chain;
    private final Trail trail;

    Release(Chain chain, Trail trail) {
        this.chain = chain;
        this.trail = trail;
    }

    @Transactional(TxType.MANDATORY)
    void of(UUID report) {
        Report.byId(report)
                .filter(row -> row.status == Status.QUARANTINED && nobodyDecided(report))
                .ifPresent(this::release);
    }

    private boolean nobodyDecided(UUID report) {
        return chain.about(report).stream()
                .map(entry -> entry.happening())
                .filter(what -> what.act() == Act.STATUS_CHANGED)
                .allMatch(what -> what.actor().kind() == Kind.SYSTEM);
    }

    private void release(Report row) {
        Report.moved(row, row.band, Status.NEW, row.dueAt);
        trail.record(
                Happening.of(Act.STATUS_CHANGED, Actor.reporter())
                        .about(row.id)
                        .saying(Status.QUARANTINED + " to " + Status.NEW));
    }
}
