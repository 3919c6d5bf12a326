package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * A member's key of before, sealed to their key of now, until nothing is sealed to it any more.
 * Whatever the database puts here opens only what that key opens.
 */
@Entity
@Table(name = "former_key")
class FormerKey extends PanacheEntityBase {
    @Id public UUID member;
    @Column public byte[] sealed;

    static void keep(UUID member, byte[] sealed) {
        FormerKey key = new FormerKey();
        key.member = member;
        key.sealed = sealed;
        key.persist();
    }

    static boolean isKept(UUID member) {
        return count("member", member) > 0;
    }

    /** Gone for good. */
    static void forget(UUID member) {
        delete("member", member);
    }

    /** The key of before; none where there is none, or where it is not for this key of now. */
    static @Nullable Identity open(UUID member, Identity now) {
        FormerKey key = findById(member);
        if (key == null) {
            return null;
        }
        try {
            byte[] encoded = AgeFile.open(key.sealed, now);
            try {
                return Identity.parse(encoded);
            } finally {
                Digests.wipe(encoded);
            }
        } catch (SealBroken broken) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "FormerKey of " + member;
    }
}
