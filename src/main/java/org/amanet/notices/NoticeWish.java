package org.amanet.notices;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to be told, and how. */
@Entity
@Table(name = "notice_wish")
class NoticeWish extends PanacheEntityBase {
    @Id public UUID member;

    @Enumerated(EnumType.STRING)
    public Way way;

    @Column public byte @Nullable [] sealed;

    static Optional<NoticeWish> of(UUID member) {
        return findByIdOptional(member);
    }

    static NoticeWish made(UUID member, Way way, byte @Nullable [] sealed) {
        NoticeWish wish = of(member).orElseGet(NoticeWish::new);
        wish.member = member;
        wish.way = way;
        wish.sealed = sealed;
        return wish;
    }

    @Override
    public String toString() {
        return "NoticeWish of " + member;
    }
}
