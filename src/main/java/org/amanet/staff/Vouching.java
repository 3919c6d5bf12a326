package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed line: somebody stands for a member's key, role and desk. */
@Entity
class Vouching extends PanacheEntityBase {
    @Id public UUID member;
    @Column public @Nullable UUID voucher;
    @Column public String statement;
    @Column public byte[] signature;
    @Column public Instant at;

    static @Nullable Vouching forMember(UUID member) {
        return findById(member);
    }

    /** Whom this lead stands for. */
    static List<Vouching> by(UUID voucher) {
        return list("voucher", voucher);
    }

    @Override
    public String toString() {
        return "Vouching for " + member;
    }
}
