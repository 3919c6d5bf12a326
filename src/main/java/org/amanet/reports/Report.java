package org.amanet.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    /** Whether nobody at the desk opens it alone. */
    @Column(name = "two_people")
    public boolean twoPeople;

    @Column(name = "due_at")
    public Instant dueAt;

    /** The database's alone. */
    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    public @Nullable Stage stage;

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

    /** The id of the report with this reference. */
    static Optional<UUID> byReference(String reference) {
        return Report.<Report>find("reference", reference)
                .firstResultOptional()
                .map(report -> report.id);
    }

    /** The report with this lookup, else the one with that id: one query, whichever it is. */
    static Optional<Report> byLookup(byte[] lookupHash, UUID otherwise) {
        return find(
                        "lookup = ?1 or id = ?2 order by case when id = ?2 then 1 else 0 end",
                        lookupHash,
                        otherwise)
                .firstResultOptional();
    }

    static Optional<Report> lockedByLookup(byte[] lookupHash) {
        return find("lookup", (Object) lookupHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Two who bring the same receipt at once make one row: the second waits here for the first. */
    static void lockLookup(byte[] lookupHash) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, ByteBuffer.wrap(lookupHash).getLong())
                .getSingleResult();
    }

    /** Below so many holders nobody could open it. */
    int holdersLeast() {
        return twoPeople ? 2 : 1;
    }

    KdfParameters kdf() {
        return new KdfParameters(kdfMemory, kdfIterations, kdfParallelism);
    }

    void remember(KdfParameters parameters) {
        kdfMemory = parameters.memoryKib();
        kdfIterations = parameters.iterations();
        kdfParallelism = parameters.parallelism();
    }

    /**
     * Takes the row for one change, where it is still the one that was seen. Of two who saw the
     * same, the second waits here and then finds another.
     */
    static void claim(UUID id, long seen, Instant now) {
        boolean possible = seen <= Integer.MAX_VALUE;
        int taken =
                possible
                        ? update(
                                "update versioned Report set touchedHour = ?1"
                                        + " where id = ?2 and version = ?3",
                                hour(now),
                                id,
                                (int) seen)
                        : 0;
        if (taken == 0) {
            throw new Refusal(Problem.PRECONDITION_FAILED);
        }
    }

    /** Something is added: whatever version was seen before is an old one now. */
    static Report touched(UUID id, Instant now) {
        requireTouched(
                update(
                        "update versioned Report set touchedHour = ?1"
                                + " where id = ?2 and status <> ?3",
                        hour(now),
                        id,
                        Status.WITHDRAWN));
        return byId(id).orElseThrow();
    }

    /** The same, by the reporter. Nobody's work at the desk can get in the way of it. */
    static void hasNews(UUID id, Instant now) {
        requireTouched(
                update(
                        "update versioned Report set touchedHour = ?1, unread = true"
                                + " where id = ?2 and status <> ?3",
                        hour(now),
                        id,
                        Status.WITHDRAWN));
    }

    /** What the reporter added changes how soon a person looks; the row is then as it stands. */
    static void moved(Report row, Band band, Status status, Instant dueAt) {
        requireTouched(
                update(
                        "update versioned Report set band = ?1, status = ?2, dueAt = ?3"
                                + " where id = ?4",
                        band,
                        status,
                        dueAt,
                        row.id));
        getEntityManager().refresh(row);
    }

    /** Nobody of these has it any more. */
    static void notWith(UUID id, List<UUID> members) {
        if (!members.isEmpty()) {
            update(
                    "update versioned Report set assignee = null where id = ?1 and assignee in ?2",
                    id,
                    members);
        }
    }

    /** Nobody has what this member had. */
    static void withNobody(UUID member) {
        update("update versioned Report set assignee = null where assignee = ?1", member);
    }

    /** There is so much of it now. */
    void grow(long sealedBytes) {
        SizeClass other = SizeClass.of(sealedBytes);
        sizeClass = other.compareTo(sizeClass) > 0 ? other : sizeClass;
    }

    private static void requireTouched(int rows) {
        if (rows == 0) {
            throw new Refusal(Problem.REPORT_CLOSED);
        }
    }

    /** Somebody at the desk has read this version. What came after it stays new. */
    static void wasRead(UUID id, int version) {
        update("unread = false where id = ?1 and version = ?2 and unread", id, version);
    }

    /** The row, kept from everybody else until this transaction ends. */
    static Optional<Report> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void moveTo(Status next, Instant review, Optional<Instant> atLatest) {
        if (!status.allows(next)) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION);
        }
        status = next;
        acted(review, atLatest);
    }

    /**
     * Something was done about it; a person looks again when the band says so, or sooner where a
     * day that the reporter named comes before.
     */
    void acted(Instant review, Optional<Instant> atLatest) {
        dueAt = sooner(review, atLatest);
    }

    /** A worse band never gives more time than there was; a better one counts from now. */
    void override(Band other, Instant first, Optional<Instant> atLatest) {
        Instant fresh = sooner(first, atLatest);
        boolean worse = other.compareTo(band) < 0;
        dueAt = worse && dueAt.isBefore(fresh) ? dueAt : fresh;
        band = other;
    }

    private static Instant sooner(Instant one, Optional<Instant> other) {
        return other.filter(one::isAfter).orElse(one);
    }

    void assign(@Nullable UUID member) {
        assignee = member;
    }

    /** The receipt opens nothing any more; the row stays as a tombstone. */
    void withdraw(Instant now) {
        lookup = null;
        status = Status.WITHDRAWN;
        assignee = null;
        unread = false;
        country = null;
        touchedHour = hour(now);
    }

    private static Instant hour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    public String toString() {
        return "Report " + id + " " + status;
    }
}
