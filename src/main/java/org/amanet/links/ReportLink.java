package org.amanet.links;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two reports that somebody thinks belong together, and what became of that. */
@Entity
@Table(name = "report_link")
class ReportLink extends PanacheEntityBase {
    private static final String NOTE = "LINK_NOTE";
    private static final String REASON = "LINK_REASON";

    @Id public UUID id;
    @Column public String desk;
    @Column public UUID one;
    @Column public UUID other;

    @Enumerated(EnumType.STRING)
    public State state;

    @Column public UUID proposer;
    @Column public @Nullable UUID decider;
    @Column public Instant hour;
    @Column public byte @Nullable [] note;
    @Column public byte @Nullable [] reason;
    @Version public int version;

    /** How far a link has come. */
    enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED,
        UNDONE
    }

    /** Those that hold, or may yet. */
    private static final Set<State> ALIVE = EnumSet.of(State.PROPOSED, State.CONFIRMED);

    static ReportLink proposed(UUID one, UUID other, UUID proposer, String desk, Instant now) {
        ReportLink link = new ReportLink();
        link.id = UUID.randomUUID();
        link.desk = desk;
        link.one = one;
        link.other = other;
        link.state = State.PROPOSED;
        link.proposer = proposer;
        link.hour = now.truncatedTo(ChronoUnit.HOURS);
        return link;
    }

    /** The row, kept from everybody else until this transaction ends. */
    static Optional<ReportLink> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<ReportLink> of(UUID report) {
        return list("(one = ?1 or other = ?1) order by hour desc, id", report);
    }

    static boolean isThere(UUID a, UUID b) {
        return count(
                        "((one = ?1 and other = ?2) or (one = ?2 and other = ?1)) and state in ?3",
                        a,
                        b,
                        ALIVE)
                > 0;
    }

    static void removeAll(UUID report) {
        delete("one = ?1 or other = ?1", report);
    }

    UUID besides(UUID report) {
        return report.equals(one) ? other : one;
    }

    void decide(State outcome, UUID by, Instant now) {
        state = outcome;
        decider = by;
        hour = now.truncatedTo(ChronoUnit.HOURS);
    }

    SealedText.Spot noteText() {
        return new SealedText.Spot(one, id, NOTE);
    }

    SealedText.Spot reasonText() {
        return new SealedText.Spot(one, id, REASON);
    }

    @Override
    public String toString() {
        return "ReportLink " + id + " " + state;
    }
}
