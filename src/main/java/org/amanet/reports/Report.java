package org.amanet.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.KdfParameters;
import org.jspecify.annotations.Nullable;

/** What may be known of a report without a key: the whole list of what is in clear. */
@Entity
public class Report extends PanacheEntityBase {
    @Id public UUID id;
    @Column public String reference;
    @Column byte @Nullable [] lookup;

    @Column(name = "received_hour")
    public Instant receivedHour;

    @Column(name = "touched_hour")
    public Instant touchedHour;

    @Column public String language;
    @Column public String desk;
    @Column public @Nullable String country;

    @Enumerated(EnumType.STRING)
    public Band band;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Enumerated(EnumType.STRING)
    @Column(name = "size_class")
    public SizeClass sizeClass;

    @Column public @Nullable UUID assignee;
    @Column public boolean unread;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "retention_at")
    public @Nullable Instant retentionAt;

    @Column(name = "kdf_memory")
    public int kdfMemory;

    @Column(name = "kdf_iterations")
    public int kdfIterations;

    @Column(name = "kdf_parallelism")
    public int kdfParallelism;

    @Version public int version;

    /** The report with this id. Whether the asker may know of it is for {@link Access} to say. */
    static Optional<Report> byId(UUID id) {
        return findByIdOptional(id);
    }

    static Optional<Report> byLookup(byte[] lookupHash) {
        return find("lookup", (Object) lookupHash).firstResultOptional();
    }

    KdfParameters kdf() {
        return new KdfParameters(kdfMemory, kdfIterations, kdfParallelism);
    }

    void remember(KdfParameters parameters) {
        kdfMemory = parameters.memoryKib();
        kdfIterations = parameters.iterations();
        kdfParallelism = parameters.parallelism();
    }

    void touch(Instant now) {
        touchedHour = now.truncatedTo(ChronoUnit.HOURS);
    }

    void moveTo(Status next, Instant now) {
        if (!status.allows(next)) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION);
        }
        status = next;
        touch(now);
    }

    void override(Band other, Instant now) {
        requireAlive();
        band = other;
        dueAt = receivedHour.plus(other.firstAction());
        touch(now);
    }

    void assign(@Nullable UUID member, Instant now) {
        requireAlive();
        assignee = member;
        touch(now);
    }

    void hasNews(Instant now) {
        unread = true;
        touch(now);
    }

    void wasRead() {
        unread = false;
    }

    /** The receipt opens nothing any more; the row stays as a tombstone. */
    void withdraw(Instant now) {
        lookup = null;
        status = Status.WITHDRAWN;
        assignee = null;
        unread = false;
        country = null;
        touch(now);
    }

    private void requireAlive() {
        if (status == Status.WITHDRAWN) {
            throw new Refusal(Problem.REPORT_CLOSED);
        }
    }

    @Override
    public String toString() {
        return "Report " + id + " " + status;
    }
}
