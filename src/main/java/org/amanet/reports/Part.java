package org.amanet.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Place;

/** One version of a sealed part. Parts are added, never changed. */
@Entity
@IdClass(Part.Key.class)
class Part extends PanacheEntityBase {
    @Id public UUID id;
    @Id public int version;
    @Column public UUID report;

    @Enumerated(EnumType.STRING)
    public PartKind kind;

    @Enumerated(EnumType.STRING)
    public Compartment compartment;

    @Column public Instant hour;

    /** The order in which parts came; the database counts. */
    @Column(insertable = false, updatable = false)
    public long position;

    @Column public byte[] sealed;

    record Key(UUID id, int version) implements Serializable {}

    static Part placed(UUID report, UUID id, int version, PartKind kind, Instant now) {
        Part part = new Part();
        part.id = id;
        part.version = version;
        part.report = report;
        part.kind = kind;
        part.compartment = kind.compartment();
        part.hour = now.truncatedTo(ChronoUnit.HOURS);
        return part;
    }

    /** The id that a part of this report has when a page made up this word for it. */
    static UUID idFor(UUID report, String once) {
        byte[] hash = Digests.sha256((report + "\n" + once).getBytes(StandardCharsets.UTF_8));
        ByteBuffer id = ByteBuffer.wrap(hash);
        return new UUID(id.getLong(), id.getLong());
    }

    static boolean exists(UUID id) {
        return count("id", id) > 0;
    }

    /** The latest version of a paper of this report; 0 where there is none. */
    static int latest(UUID report, UUID id) {
        return find(
                        "select coalesce(max(version), 0) from Part"
                                + " where report = ?1 and id = ?2 and kind = ?3",
                        report,
                        id,
                        PartKind.PAPER)
                .project(Integer.class)
                .firstResult();
    }

    static long papers(UUID report) {
        return count("report = ?1 and kind = ?2", report, PartKind.PAPER);
    }

    /** Of these parts the latest version of each, in the order in which they were begun. */
    static Collection<Part> latest(Stream<Part> parts) {
        Map<UUID, Part> latest = new LinkedHashMap<>();
        parts.forEach(part -> latest.merge(part.id, part, (a, b) -> a.version > b.version ? a : b));
        return latest.values();
    }

    static List<Part> of(UUID report) {
        return list("report = ?1 order by position", report);
    }

    static void deleteAllOf(UUID report) {
        delete("report", report);
    }

    Place place() {
        return new Place(report, id, kind.name(), compartment.name(), version);
    }

    /** The place of a part's first version. */
    static Place place(UUID report, UUID id, PartKind kind) {
        return new Place(report, id, kind.name(), kind.compartment().name(), 1);
    }

    @Override
    public String toString() {
        return "Part " + id + " v" + version;
    }
}
