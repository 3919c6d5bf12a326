package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A vouching of a lead, signed beforehand with the key that the lead is changing to. */
@Entity
@Table(name = "next_vouching")
@IdClass(NextVouching.Key.class)
class NextVouching extends PanacheEntityBase {
    @Id public UUID member;
    @Id public UUID voucher;
    @Column public String statement;
    @Column public byte[] signature;

    record Key(UUID member, UUID voucher) implements Serializable {}

    static NextVouching of(Vouching vouching, UUID voucher, byte[] signature) {
        NextVouching next = new NextVouching();
        next.member = vouching.member;
        next.voucher = voucher;
        next.statement = vouching.statement;
        next.signature = signature;
        return next;
    }

    static List<NextVouching> by(UUID voucher) {
        return list("voucher", voucher);
    }

    @Override
    public String toString() {
        return "NextVouching for " + member;
    }
}
