package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/** The key that a member is changing to; it counts for nothing until somebody stands for it. */
@Entity
@Table(name = "next_key")
class NextKey extends PanacheEntityBase {
    @Id public UUID member;

    @Enumerated(EnumType.STRING)
    public KeyChanged.Reason reason;

    @Column public String recipient;

    @Column(name = "verifying_key")
    public String verifyingKey;

    @Column public byte[] vault;
    @Column public byte[] salt;

    @Column(name = "kdf_memory")
    public int kdfMemory;

    @Column(name = "kdf_iterations")
    public int kdfIterations;

    @Column(name = "kdf_parallelism")
    public int kdfParallelism;

    @Column public byte @Nullable [] former;
    @Column public Instant at;

    static Optional<NextKey> of(UUID member) {
        return findByIdOptional(member);
    }

    static void drop(UUID member) {
        delete("member", member);
    }

    String fingerprint() {
        return Recipient.parse(recipient).fingerprint();
    }

    /** Makes it the member's key. What stood for the old one stands for nothing any more. */
    void replaceIn(Member row) {
        row.recipient = recipient;
        row.verifyingKey = verifyingKey;
        row.vault = vault;
        row.salt = salt;
        row.kdfMemory = kdfMemory;
        row.kdfIterations = kdfIterations;
        row.kdfParallelism = kdfParallelism;
    }

    @Override
    public String toString() {
        return "NextKey of " + member;
    }
}
