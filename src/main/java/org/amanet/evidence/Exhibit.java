package org.amanet.evidence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be known of a file without a key: that it is there, and which size step it fills. */
@Entity
class Exhibit extends PanacheEntityBase {
    @Id public UUID id;
    @Column public UUID report;
    @Column public int room;
    @Column public long stored;
    @Column public boolean complete;

    /** Whether it is a copy of ours from which something was taken away. */
    @Column public boolean redacted;

    @Column(name = "token_hash")
    public byte @Nullable [] tokenHash;

    @Column public byte @Nullable [] state;
    @Column public @Nullable Instant until;

    static Exhibit begun(UUID id, UUID report, Layout layout) {
        Exhibit exhibit = new Exhibit();
        exhibit.id = id;
        exhibit.report = report;
        exhibit.room = layout.room();
        exhibit.stored = layout.bytes();
        return exhibit;
    }

    static Optional<Exhibit> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** The file that is sent with this token. */
    static Optional<Exhibit> byToken(byte[] hash) {
        return find("tokenHash", hash).firstResultOptional();
    }

    /** The row, kept from everybody else until this transaction ends. */
    static Optional<Exhibit> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What all files of a report take, those on their way included. */
    static long storedOf(UUID report) {
        return received(report).stream().mapToLong(exhibit -> exhibit.stored).sum();
    }

    /** Those that came, or are on their way. */
    static List<Exhibit> received(UUID report) {
        return of(report).stream().filter(exhibit -> !exhibit.redacted).toList();
    }

    /** A copy of ours, whole from its beginning. */
    static Exhibit redaction(UUID id, UUID report, Layout layout) {
        Exhibit exhibit = begun(id, report, layout);
        exhibit.redacted = true;
        exhibit.complete = true;
        return exhibit;
    }

    static List<Exhibit> of(UUID report) {
        return list("report", report);
    }

    /** Some whose time is over, that nobody else is at work on. */
    static List<Exhibit> overdue(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from exhibit where until <= ?1 order by until"
                                + " limit ?2 for update skip locked",
                        Exhibit.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList()
                .stream()
                .map(Exhibit.class::cast)
                .toList();
    }

    /** The upload remembers something else now. */
    void remember(byte[] hash, byte[] sealedState, Instant giveUp) {
        tokenHash = hash;
        state = sealedState;
        until = giveUp;
    }

    /** It takes so much room now. */
    void grow(Layout layout) {
        room = layout.room();
        stored = layout.bytes();
    }

    void complete() {
        complete = true;
    }

    /** Nobody needs the token any more. */
    void forgetToken() {
        tokenHash = null;
        state = null;
        until = null;
    }

    @Override
    public String toString() {
        return "Exhibit " + id;
    }
}
