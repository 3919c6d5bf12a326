package org.amanet.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** How far a ceremony is with one report. */
@Entity
@Table(name = "ceremony_report")
@IdClass(CeremonyReport.Key.class)
class CeremonyReport extends PanacheEntityBase {
    private static final String WAITING_FOR =
            "select w.report from CeremonyReport w, Grant g where w.ceremony = ?1"
                    + " and w.state = ?2 and g.report = w.report"
                    + " and g.compartment = ?3 and g.holder = ?4";

    /** What became of it. */
    enum State {
        WAITING,
        DONE,
        /** It cannot be passed on as it is: a person has to look, or the recovery key holds it. */
        LEFT;

        static State after(boolean passed) {
            return passed ? DONE : LEFT;
        }
    }

    @Id UUID ceremony;
    @Id UUID report;

    @Enumerated(EnumType.STRING)
    State state;

    record Key(UUID ceremony, UUID report) implements Serializable {}

    static void waitFor(UUID ceremony, UUID report) {
        CeremonyReport line = new CeremonyReport();
        line.ceremony = ceremony;
        line.report = report;
        line.state = State.WAITING;
        line.persist();
    }

    /** Whatever this member holds and does not wait yet waits from now on. */
    static int waitForAllOf(UUID ceremony, UUID holder) {
        return insert(
                ceremony,
                "report_grant g where g.holder = ?2 and g.compartment = 'ACCOUNT'",
                holder);
    }

    /** What another ceremony has not done waits in this one. */
    static int waitForRestOf(UUID ceremony, UUID other) {
        return insert(
                ceremony, "ceremony_report g where g.ceremony = ?2 and g.state = 'WAITING'", other);
    }

    /** What stands at this desk and nobody of these could open. */
    static int waitForHeldByNobody(UUID ceremony, String desk, List<UUID> holders) {
        return getEntityManager()
                .createNativeQuery(
                        "insert into ceremony_report (ceremony, report, state)"
                                + " select ?1, r.id, 'WAITING' from report r where r.desk = ?2"
                                + " and r.status <> 'WITHDRAWN' and not exists (select 1"
                                + " from report_grant h where h.report = r.id"
                                + " and h.holder in (?3)) on conflict do nothing")
                .setParameter(1, ceremony)
                .setParameter(2, desk)
                .setParameter(3, holders)
                .executeUpdate();
    }

    private static int insert(UUID ceremony, String from, UUID which) {
        getEntityManager().flush();
        return getEntityManager()
                .createNativeQuery(
                        "insert into ceremony_report (ceremony, report, state)"
                                + " select ?1, g.report, 'WAITING' from "
                                + from
                                + " on conflict do nothing")
                .setParameter(1, ceremony)
                .setParameter(2, which)
                .executeUpdate();
    }

    /** Some of those that wait and that this member could open. */
    static List<UUID> next(UUID ceremony, UUID holder, int limit) {
        return getEntityManager()
                .createQuery(WAITING_FOR + " order by w.report", UUID.class)
                .setParameter(1, ceremony)
                .setParameter(2, State.WAITING)
                .setParameter(3, Compartment.ACCOUNT)
                .setParameter(4, holder)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many of those that wait this member could open. */
    static long within(UUID ceremony, UUID holder) {
        return getEntityManager()
                .createQuery(WAITING_FOR.replace("select w.report", "select count(*)"), Long.class)
                .setParameter(1, ceremony)
                .setParameter(2, State.WAITING)
                .setParameter(3, Compartment.ACCOUNT)
                .setParameter(4, holder)
                .getSingleResult();
    }

    /** Some of those that wait, whoever could open them. */
    static List<UUID> waiting(UUID ceremony, int limit) {
        return CeremonyReport.<CeremonyReport>find(
                        "ceremony = ?1 and state = ?2 order by report", ceremony, State.WAITING)
                .page(0, limit)
                .stream()
                .map(line -> line.report)
                .toList();
    }

    static long count(UUID ceremony, State state) {
        return count("ceremony = ?1 and state = ?2", ceremony, state);
    }

    static void set(UUID ceremony, UUID report, State state) {
        update("state = ?1 where ceremony = ?2 and report = ?3", state, ceremony, report);
    }

    /** What its reporter took back, or left this member out of, meanwhile is done. */
    static void skipGone(UUID ceremony, UUID holder) {
        update(
                "update CeremonyReport w set w.state = ?1 where w.ceremony = ?2 and w.state = ?3"
                        + " and not exists (select 1 from Grant g"
                        + " where g.report = w.report and g.holder = ?4)",
                State.DONE,
                ceremony,
                State.WAITING,
                holder);
    }

    @Override
    public String toString() {
        return "CeremonyReport " + report + " " + state;
    }
}
