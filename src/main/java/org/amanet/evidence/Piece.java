package org.amanet.evidence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A durable piece of a file, and where its bytes lie. */
@Entity
@Table(name = "exhibit_piece")
@IdClass(Piece.Key.class)
class Piece extends PanacheEntityBase {
    @Id public UUID exhibit;
    @Id public int number;
    @Column public UUID blob;

    record Key(UUID exhibit, int number) implements Serializable {}

    static Piece of(UUID exhibit, int number, UUID blob) {
        Piece piece = new Piece();
        piece.exhibit = exhibit;
        piece.number = number;
        piece.blob = blob;
        return piece;
    }

    static boolean exists(UUID exhibit, int number) {
        return count("exhibit = ?1 and number = ?2", exhibit, number) > 0;
    }

    /** Where the pieces lie, in order. */
    static List<UUID> blobsOf(UUID exhibit) {
        List<Piece> pieces = list("exhibit = ?1 order by number", exhibit);
        return pieces.stream().map(piece -> piece.blob).toList();
    }

    /** Forgets all pieces of a file; says where they lay. */
    static List<UUID> removeAll(UUID exhibit) {
        List<UUID> blobs = blobsOf(exhibit);
        delete("exhibit", exhibit);
        return blobs;
    }

    @Override
    public String toString() {
        return "Piece " + number + " of " + exhibit;
    }
}
