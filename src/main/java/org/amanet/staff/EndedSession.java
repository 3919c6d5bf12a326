package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A vault session that was ended before its time. */
@Entity
@Table(name = "ended_session")
class EndedSession extends PanacheEntityBase {
    @Id public UUID id;
    @Column public Instant until;

    EndedSession() {
        this(new UUID(0, 0), Instant.EPOCH);
    }

    EndedSession(UUID id, Instant until) {
        this.id = id;
        this.until = until;
    }

    static Optional<EndedSession> byId(UUID id) {
        return findByIdOptional(id);
    }

    static void deleteOver(Instant now) {
        delete("until < ?1", now);
    }
}
