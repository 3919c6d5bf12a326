package org.amanet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.amanet.audit.Actor.Kind;

/**
 * The one audit call. What is recorded stands in the chain exactly when the transaction that did it
 * stands.
 */
@ApplicationScoped
public class Trail {
    private static final Object PENDING = Trail.class.getName();

    private final Chain chain;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    Trail(Chain chain, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.chain = chain;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records an act with the transaction that does it. */
    @Transactional(TxType.MANDATORY)
    public void record(Happening happening) {
        pending().add(new Dated(timeOf(happening), happening));
    }

    /**
     * Records what was refused, at once and apart from the transaction that met it: it stands
     * although that one changes nothing.
     */
    public void recordRefusal(Happening happening) {
        recordAlone(happening);
    }

    /** Records what changes nothing but is worth a line, such as reading this log. */
    void recordAlone(Happening happening) {
        chain.appendAlone(new Dated(timeOf(happening), happening));
    }

    private Instant timeOf(Happening happening) {
        boolean reporter = happening.actor().kind() == Kind.REPORTER;
        return clock.instant().truncatedTo(reporter ? ChronoUnit.HOURS : ChronoUnit.SECONDS);
    }

    @SuppressWarnings("unchecked") // only this class puts something under its own key
    private List<Dated> pending() {
        List<Dated> pending = (List<Dated>) transactions.getResource(PENDING);
        if (pending == null) {
            chain.join();
            pending = new ArrayList<>();
            transactions.putResource(PENDING, pending);
            transactions.registerInterposedSynchronization(new AtTheEnd(pending));
        }
        return pending;
    }

    record Dated(Instant at, Happening happening) {}

    /** The chain's head is touched last: locked any earlier it would hold up every other writer. */
    private final class AtTheEnd implements Synchronization {
        private final List<Dated> pending;

        AtTheEnd(List<Dated> pending) {
            this.pending = pending;
        }

        @Override
        public void beforeCompletion() {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                chain.append(pending);
            }
        }

        @Override
        public void afterCompletion(int status) {
            pending.clear();
        }
    }
}
