package org.amanet.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.Place;
import org.jspecify.annotations.Nullable;

/** Somebody asks a second person to open a report with them. */
@Entity
@Table(name = "joint_opening")
class JointOpening extends PanacheEntityBase {
    @Id public UUID id;
    @Column public UUID report;
    @Column public UUID asker;

    @Enumerated(EnumType.STRING)
    public Purpose purpose;

    @Column(name = "asked_hour")
    public Instant askedHour;

    @Column public byte[] reason;

    /** Who agreed; nobody yet, where it only waits. */
    @Column public @Nullable UUID second;

    @Column public Instant until;
    @Column public byte @Nullable [] account;
    @Column public byte @Nullable [] relatives;

    /** For which. */
    enum Purpose {
        /** To open it. */
        READ,
        /** To open it and make it one again that each holder opens alone. */
        LIFT
    }

    static Place place(UUID report, UUID id) {
        return new Place(report, id, "JOINT_REASON", Compartment.ACCOUNT.name(), 1);
    }

    static Optional<JointOpening> locked(UUID id, Instant now) {
        return find("id = ?1 and until > ?2", id, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** All that goes on with reports that this member holds. */
    static List<JointOpening> concerning(UUID member, Instant now) {
        return list(
                "until > ?1 and report in (select g.report from Grant g where g.holder = ?2"
                        + " and g.compartment = ?3) order by askedHour desc, id",
                now,
                member,
                Compartment.ACCOUNT);
    }

    /** The one under which this member may open it now. */
    static Optional<JointOpening> running(UUID report, UUID asker, Instant now) {
        return find(
                        "report = ?1 and asker = ?2 and second is not null and until > ?3"
                                + " order by purpose, until desc",
                        report,
                        asker,
                        now)
                .firstResultOptional();
    }

    static void forgetAsked(UUID report, UUID asker) {
        delete("report = ?1 and asker = ?2 and second is null", report, asker);
    }

    static void forgetAll(UUID report) {
        delete("report", report);
    }

    static void forgetOver(Instant now) {
        delete("until <= ?1", now);
    }

    /** The asker's grant of a compartment, as it is lent. */
    Grant lent(Compartment compartment) {
        byte[] sealed = compartment == Compartment.ACCOUNT ? account : relatives;
        return Grant.of(report, compartment, asker, Objects.requireNonNull(sealed));
    }

    @Override
    public String toString() {
        return "JointOpening " + id;
    }
}
