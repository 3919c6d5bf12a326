package org.amanet.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.RecoveryFile;
import org.amanet.sealing.SealedPart;

/**
 * One compartment's private half, sealed to one holder. Without it a report is noise, whoever asks.
 */
@Entity
@Table(name = "report_grant")
@IdClass(Grant.Key.class)
public class Grant extends PanacheEntityBase {
    /** Stands for whoever holds the receipt. */
    public static final UUID REPORTER = new UUID(0, 1);

    /** Stands for the offline recovery identity. */
    public static final UUID RECOVERY = RecoveryFile.HOLDER;

    /** Keeps what was sealed to the recovery key of before, until nothing needs it. */
    static final UUID FORMER_RECOVERY = new UUID(0, 3);

    private static final Set<UUID> NOBODY = Set.of(REPORTER, RECOVERY, FORMER_RECOVERY);

    @Id public UUID report;

    @Id
    @Enumerated(EnumType.STRING)
    public Compartment compartment;

    @Id public UUID holder;
    @Column public byte[] sealed;

    /** What the holder's queue is ordered by; the database keeps it as the report has it. */
    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    Band band;

    @Column(name = "due_at", insertable = false, updatable = false)
    Instant dueAt;

    /** Whether the desk has seen all that is new. */
    @Column(insertable = false, updatable = false)
    boolean read;

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    Status status;

    record Key(UUID report, Compartment compartment, UUID holder) implements Serializable {}

    /** One that was sealed already. */
    static Grant of(UUID report, Compartment compartment, UUID holder, byte[] sealed) {
        Grant grant = new Grant();
        grant.report = report;
        grant.compartment = compartment;
        grant.holder = holder;
        grant.sealed = sealed;
        return grant;
    }

    static Grant seal(
            UUID report, Compartment compartment, UUID holder, Identity key, Recipient to) {
        Grant grant = of(report, compartment, holder, new byte[0]);
        byte[] encoded = key.encodedBytes();
        try {
            grant.sealed = SealedPart.seal(grant.place(), encoded, List.of(to));
        } finally {
            Digests.wipe(encoded);
        }
        return grant;
    }

    static Optional<Grant> held(UUID report, Compartment compartment, UUID holder) {
        return findByIdOptional(new Key(report, compartment, holder));
    }

    /** Who holds a report's account, apart from the reporter and the recovery key. */
    public static List<UUID> holders(UUID report) {
        List<Grant> grants =
                list(
                        "report = ?1 and compartment = ?2 order by holder",
                        report,
                        Compartment.ACCOUNT);
        return grants.stream()
                .map(grant -> grant.holder)
                .filter(holder -> !NOBODY.contains(holder))
                .toList();
    }

    /** The reports that this member holds. */
    static List<UUID> heldBy(UUID holder) {
        List<Grant> grants = list("holder = ?1 and compartment = ?2", holder, Compartment.ACCOUNT);
        return grants.stream().map(grant -> grant.report).toList();
    }

    static void remove(UUID report, UUID holder) {
        delete("report = ?1 and holder = ?2", report, holder);
    }

    /** Puts the same key, sealed to another, in this one's place. */
    void replace(Identity key, Recipient to) {
        put(seal(report, compartment, holder, key, to));
    }

    /**
     * Puts a grant in the place of whatever was there. It is never taken away first: the database
     * lets nobody put back what they do not hold.
     */
    static void put(Grant fresh) {
        held(fresh.report, fresh.compartment, fresh.holder)
                .ifPresentOrElse(known -> known.sealed = fresh.sealed, fresh::persist);
    }

    /** What a member held with a key that nobody has any more is gone. */
    static void removeAllOf(UUID holder) {
        delete("holder", holder);
    }

    static void removeAll(UUID report) {
        delete("report", report);
    }

    /**
     * The compartment's key.
     *
     * @throws org.amanet.sealing.SealBroken when it is not sealed to this holder, or belongs
     *     elsewhere
     */
    Identity open(Identity holderKey) {
        byte[] encoded = SealedPart.open(place(), sealed, holderKey);
        try {
            return Identity.parse(encoded);
        } finally {
            Digests.wipe(encoded);
        }
    }

    private Place place() {
        return Place.ofGrant(report, holder, compartment.name());
    }

    @Override
    public String toString() {
        return "Grant of " + report + " to " + holder;
    }
}
