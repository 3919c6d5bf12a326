package org.amanet.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.staff.OpenedVault;

/** A filter of the queue under a name, both sealed to the member who keeps it. */
@Entity
@Table(name = "saved_filter")
class SavedFilter extends PanacheEntityBase {
    private static final String KIND = "SAVED_FILTER";

    @Id public UUID id;
    @Column public UUID member;
    @Column public byte[] sealed;

    /** The words of it, open. */
    record Words(UUID id, String name, String query) {
        @Override
        public String toString() {
            return "Words of " + id;
        }
    }

    static SavedFilter seal(String name, String query, OpenedVault keeper) {
        SavedFilter filter = new SavedFilter();
        filter.id = UUID.randomUUID();
        filter.member = keeper.member();
        byte[] words = (name + "\n" + query).getBytes(StandardCharsets.UTF_8);
        filter.sealed = keeper.seal(filter.id, KIND, words);
        return filter;
    }

    static List<SavedFilter> of(UUID member) {
        return list("member", member);
    }

    static boolean remove(UUID id, UUID member) {
        return delete("id = ?1 and member = ?2", id, member) == 1;
    }

    /** Its words; none where this is not the vault that it was sealed to. */
    Optional<Words> open(OpenedVault keeper) {
        return keeper.open(id, KIND, sealed).map(this::words);
    }

    private Words words(byte[] opened) {
        String[] both = new String(opened, StandardCharsets.UTF_8).split("\n", 2);
        return new Words(id, both[0], both[1]);
    }

    @Override
    public String toString() {
        return "SavedFilter " + id;
    }
}
