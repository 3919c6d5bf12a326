package org.amanet.exports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/** One hand-over to one investigator. It moves forward only. */
@Entity
class Export extends PanacheEntityBase {
    @Id public UUID id;
    @Column public String reference;
    @Column public UUID recipient;

    /** The key it is sealed to. A recipient who has another one by now does not get it. */
    @Column(name = "recipient_key")
    public String recipientKey;

    @Column(name = "member_state")
    public String memberState;

    @Enumerated(EnumType.STRING)
    public Profile profile;

    @Enumerated(EnumType.STRING)
    public ExportStatus status;

    @Column(name = "prepared_by")
    public UUID preparedBy;

    @Column(name = "prepared_at")
    public Instant preparedAt;

    @Column(name = "approved_by")
    public @Nullable UUID approvedBy;

    @Column(name = "approved_at")
    public @Nullable Instant approvedAt;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "pulled_at")
    public @Nullable Instant pulledAt;

    @Column
    @Enumerated(EnumType.STRING)
    public @Nullable RefusalReason refusal;

    @Column(name = "package_sha512")
    public byte @Nullable [] packageSha512;

    @Column(name = "package_size")
    public @Nullable Long packageSize;

    @Version public int version;

    static Optional<Export> byId(UUID id) {
        return findByIdOptional(id);
    }

    /**
     * The same, held until the transaction ends: approving, pulling and stopping wait for each
     * other, so that a reporter's no is never lost in a race.
     */
    static Optional<Export> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * What a member of a desk may know of: what they did themselves, and hand-overs of reports all
     * of which they hold a grant of.
     */
    static List<Export> concerning(UUID member, int limit) {
        return find(
                        "from Export e where e.preparedBy = ?1 or e.approvedBy = ?1"
                                + " or not exists (select 1 from ExportReport x"
                                + " where x.export = e.id and not exists (select 1 from Grant g"
                                + " where g.report = x.report and g.holder = ?1))"
                                + " order by e.preparedAt desc, e.id",
                        member)
                .page(0, limit)
                .list();
    }

    /** Those whose time is over before anybody pulled them. */
    static List<Export> overdue(Instant now) {
        return list(
                "expiresAt < ?1 and status in (?2, ?3)",
                now,
                ExportStatus.PREPARED,
                ExportStatus.APPROVED);
    }

    /**
     * What an investigator may know of: only what was approved, only for them, and only while they
     * speak for the same state.
     */
    static List<Export> handedTo(Member recipient, int limit) {
        return find(
                        "recipient = ?1 and memberState = ?2 and status not in (?3, ?4)"
                                + " order by preparedAt desc, id",
                        recipient.id,
                        recipient.memberState,
                        ExportStatus.PREPARED,
                        ExportStatus.STOPPED)
                .page(0, limit)
                .list();
    }

    /** Whether this member may know of it, given the reports in it that they hold. */
    boolean concerns(UUID member, boolean holdsAll) {
        return holdsAll || member.equals(preparedBy) || member.equals(approvedBy);
    }

    void approve(UUID lead, Instant now, Sealed sealed) {
        requireInTime(now);
        requireAt(ExportStatus.PREPARED);
        status = ExportStatus.APPROVED;
        approvedBy = lead;
        approvedAt = now;
        packageSha512 = sealed.sha512();
        packageSize = sealed.size();
    }

    /** Handed over; once more where the first time did not arrive. */
    void pulled(Instant now) {
        requireInTime(now);
        if (status == ExportStatus.PULLED) {
            return;
        }
        requireAt(ExportStatus.APPROVED);
        status = ExportStatus.PULLED;
        pulledAt = now;
    }

    void acknowledge() {
        requireAt(ExportStatus.PULLED);
        status = ExportStatus.ACKNOWLEDGED;
    }

    void refuse(RefusalReason reason) {
        requireAt(ExportStatus.PULLED);
        status = ExportStatus.REFUSED;
        refusal = reason;
    }

    boolean stop() {
        boolean inTime = status == ExportStatus.PREPARED || status == ExportStatus.APPROVED;
        if (inTime) {
            status = ExportStatus.STOPPED;
        }
        return inTime;
    }

    /** Refuses what comes too early, and what was done already or is over, each in its words. */
    void requireAt(ExportStatus wanted) {
        if (status != wanted) {
            boolean early = status.compareTo(wanted) < 0;
            throw new Refusal(early ? Problem.EXPORT_NOT_READY : Problem.CONFLICT);
        }
    }

    private void requireInTime(Instant now) {
        if (now.isAfter(expiresAt)) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    /** The sealed package's digest and size in bytes. */
    record Sealed(byte[] sha512, long size) {}

    @Override
    public String toString() {
        return "Export " + id + " " + status;
    }
}
