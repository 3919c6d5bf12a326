package org.amanet.reports;

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
import org.jspecify.annotations.Nullable;

/** Grants that pass to another key or to other people, report by report, until none waits. */
@Entity
class Ceremony extends PanacheEntityBase {
    @Id UUID id;

    @Enumerated(EnumType.STRING)
    CeremonyKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    CeremonyStage stage;

    @Column UUID subject;
    @Column @Nullable UUID successor;

    @Enumerated(EnumType.STRING)
    CeremonyReason reason;

    @Column(name = "begun_by")
    UUID begunBy;

    @Column(name = "approved_by")
    @Nullable UUID approvedBy;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Version int version;

    static Ceremony of(CeremonyKind kind, UUID subject, UUID by, Instant now) {
        Ceremony ceremony = new Ceremony();
        ceremony.id = UUID.randomUUID();
        ceremony.kind = kind;
        ceremony.stage = CeremonyStage.RUNNING;
        ceremony.subject = subject;
        ceremony.reason = CeremonyReason.NONE;
        ceremony.begunBy = by;
        ceremony.begunAt = now;
        return ceremony;
    }

    static Optional<Ceremony> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** All that are not over, the oldest first. */
    static List<Ceremony> open() {
        return list("endedAt is null order by begunAt, id");
    }

    static List<Ceremony> open(UUID subject, CeremonyKind kind) {
        return list("endedAt is null and subject = ?1 and kind = ?2", subject, kind);
    }

    /** When a drill was last done. */
    static Optional<Instant> lastDrill() {
        return Ceremony.<Ceremony>find(
                        "kind = ?1 and stage = ?2 order by endedAt desc",
                        CeremonyKind.DRILL,
                        CeremonyStage.ENDED)
                .firstResultOptional()
                .map(drill -> drill.endedAt);
    }

    void end(CeremonyStage how, Instant now) {
        stage = how;
        endedAt = now;
    }

    @Override
    public String toString() {
        return "Ceremony " + id + " " + kind;
    }
}
