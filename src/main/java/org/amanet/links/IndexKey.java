package org.amanet.links;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.BlindIndex;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealedPart;
import org.amanet.sealing.VerifyingKey;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/**
 * A desk's index key, sealed to one holder and signed by the colleague who sealed it: age does not
 * say who sealed, and a key that somebody else made up would make tokens that they can read.
 */
@Entity
@Table(name = "desk_index_key")
@IdClass(IndexKey.Key.class)
class IndexKey extends PanacheEntityBase {
    private static final String KIND = "INDEX_KEY";
    private static final String STATEMENT = "amanet-index-key-v1";

    /** Stands in the place for a report: these keys belong to a desk. */
    private static final UUID NO_REPORT = new UUID(0, 0);

    @Id public String desk;
    @Id public int generation;
    @Id public UUID holder;
    @Column public UUID sealer;
    @Column public byte[] sealed;
    @Column public byte[] signature;

    record Key(String desk, int generation, UUID holder) implements Serializable {}

    static Optional<IndexKey> of(String desk, int generation, UUID holder) {
        return findByIdOptional(new Key(desk, generation, holder));
    }

    static List<IndexKey> all(String desk, int generation) {
        return list("desk = ?1 and generation = ?2", desk, generation);
    }

    static void seal(BlindIndex index, Key place, Recipient to, OpenedVault by) {
        IndexKey row =
                of(place.desk(), place.generation(), place.holder()).orElseGet(IndexKey::new);
        row.desk = place.desk();
        row.generation = place.generation();
        row.holder = place.holder();
        row.sealer = by.member();
        byte[] key = index.key();
        try {
            row.sealed = SealedPart.seal(row.place(), key, List.of(to));
        } finally {
            Digests.wipe(key);
        }
        row.signature = by.sign(row.statement());
        row.persist();
    }

    /** Whether this colleague sealed it. */
    boolean isFrom(Member colleague) {
        return colleague.id.equals(sealer)
                && colleague.verifyingKey != null
                && VerifyingKey.parse(colleague.verifyingKey)
                        .verify(statement().getBytes(StandardCharsets.UTF_8), signature);
    }

    /**
     * The key.
     *
     * @throws org.amanet.sealing.SealBroken when it is not sealed to this vault, or belongs
     *     elsewhere
     */
    BlindIndex open(OpenedVault vault) {
        byte[] key = SealedPart.open(place(), sealed, vault.identity());
        try {
            return BlindIndex.of(key);
        } finally {
            Digests.wipe(key);
        }
    }

    private Place place() {
        return new Place(NO_REPORT, holder, KIND, desk, generation);
    }

    private String statement() {
        return String.join(
                " ",
                STATEMENT,
                "desk=" + desk,
                "generation=" + generation,
                "holder=" + holder,
                "sealed=" + Digests.hex(Digests.sha256(sealed)));
    }

    @Override
    public String toString() {
        return "IndexKey of " + desk + " " + generation + " for " + holder;
    }
}
