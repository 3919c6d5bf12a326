package org.amanet.exports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** One hand-over to one investigator. It moves forward only. */
@Entity
class Export extends PanacheEntityBase {
    @Id public UUID id;
    @Column public String reference;
    @Column public UUID recipient;

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

    /** What a member of a desk may know of: hand-overs of reports that they hold a grant of. */
    static List<Export> concerning(UUID member, int limit) {
        return find(
                        "from Export e where exists (select 1 from ExportReport x, Grant g"
                                + " where x.export = e.id and g.report = x.report and g.holder = ?1)"
                                + " order by e.preparedAt desc, e.id",
                        member)
                .page(0, limit)
                .list();
    }

    static List<Export> overdue(Instant now) {
        return list(
                "expiresAt < ?1 and status in (?2, ?3)",
                now,
                ExportStatus.PREPARED,
                ExportStatus.APPROVED);
    }

    /** What an investigator may know of: only what was approved, and only for them. */
    static List<Export> handedTo(UUID recipient, int limit) {
        return find(
                        "recipient = ?1 and status not in (?2, ?3) order by preparedAt desc, id",
                        recipient,
                        ExportStatus.PREPARED,
                        ExportStatus.STOPPED)
                .page(0, limit)
                .list();
    }

    void approve(UUID lead, Instant now, Sealed sealed) {
        require(ExportStatus.PREPARED);
        status = ExportStatus.APPROVED;
        approvedBy = lead;
        approvedAt = now;
        packageSha512 = sealed.sha512();
        packageSize = sealed.size();
    }

    void pulled(Instant now) {
        if (status == ExportStatus.APPROVED) {
            status = ExportStatus.PULLED;
            pulledAt = now;
        }
    }

    void acknowledge() {
        require(ExportStatus.PULLED);
        status = ExportStatus.ACKNOWLEDGED;
    }

    void refuse(RefusalReason reason) {
        require(ExportStatus.PULLED);
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

    void require(ExportStatus wanted) {
        if (status != wanted) {
            throw new Refusal(Problem.EXPORT_NOT_READY);
        }
    }

    /** The sealed package's digest and size in bytes. */
    record Sealed(byte[] sha512, long size) {}

    @Override
    public String toString() {
        return "Export " + id + " " + status;
    }
}
