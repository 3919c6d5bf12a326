package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealedPart;
import org.jspecify.annotations.Nullable;

/**
 * Something that some members are told and nobody else, each in a copy of their own. Nothing of
 * what it says, and of whom, can be known without one of their vaults.
 */
@Entity
@IdClass(Warning.Key.class)
public class Warning extends PanacheEntityBase {
    private static final String WORDS = "NOTICE";
    private static final String ANSWER = "NOTICE_ANSWER";

    @Id public UUID id;
    @Id public UUID holder;
    @Column public Instant hour;

    /** Whether somebody has to look. */
    @Column public boolean waiting;

    @Column byte[] sealed;
    @Column byte @Nullable [] answer;

    record Key(UUID id, UUID holder) implements Serializable {}

    /**
     * Tells these members, once: the same id told again changes nothing.
     *
     * @return whether somebody learnt of it now
     */
    public static boolean tell(UUID id, Member to, Instant now, boolean waiting, byte[] words) {
        return getEntityManager()
                        .createNativeQuery(
                                "insert into warning (id, holder, hour, waiting, sealed)"
                                        + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, to.id)
                        .setParameter(3, now.truncatedTo(ChronoUnit.HOURS))
                        .setParameter(4, waiting)
                        .setParameter(5, seal(to, id, WORDS, words))
                        .executeUpdate()
                == 1;
    }

    /** What this member was told, the latest first. */
    public static List<Warning> of(UUID holder, int most) {
        return Warning.<Warning>find("holder = ?1 order by hour desc, id", holder)
                .page(0, most)
                .list();
    }

    /** This member's copy. */
    public static Optional<Warning> held(UUID id, UUID holder) {
        return findByIdOptional(new Key(id, holder));
    }

    /** Everybody who was told. */
    public static List<UUID> holders(UUID id) {
        List<Warning> copies = list("id", id);
        return copies.stream().map(copy -> copy.holder).toList();
    }

    /** How much waits for this member. */
    static long waitingFor(UUID holder) {
        return count("holder = ?1 and waiting", holder);
    }

    /**
     * Nobody has to look any more.
     *
     * @return whether somebody had to
     */
    public static boolean settle(UUID id) {
        return update("waiting = false where id = ?1 and waiting", id) > 0;
    }

    /** What one of them wrote to it, for another to read. */
    public static void answer(UUID id, Member holder, byte[] words) {
        update(
                "answer = ?1 where id = ?2 and holder = ?3",
                seal(holder, id, ANSWER, words),
                id,
                holder.id);
    }

    private static byte[] seal(Member to, UUID id, String kind, byte[] words) {
        return SealedPart.seal(new Place(to.id, id, kind, "", 1), words, List.of(to.sealTo()));
    }

    /** What it says; nothing where this is not the vault that it was sealed to. */
    public Optional<byte[]> words(OpenedVault vault) {
        return vault.open(id, WORDS, sealed);
    }

    /** What was written to it. */
    public Optional<byte[]> answer(OpenedVault vault) {
        byte[] written = answer;
        return written == null ? Optional.empty() : vault.open(id, ANSWER, written);
    }

    @Override
    public String toString() {
        return "Warning " + id + " to " + holder;
    }
}
