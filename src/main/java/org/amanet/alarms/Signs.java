package org.amanet.alarms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Entry;
import org.amanet.audit.Following;
import org.amanet.audit.Happening;
import org.amanet.reports.Planted;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KeyedTag;
import org.amanet.staff.Member;
import org.amanet.staff.SharedKey;
import org.jspecify.annotations.Nullable;

/**
 * What in the log is a sign of something. An alarm has an id that follows from what it is about, so
 * that the same sign seen again, also by another server, is the same alarm.
 */
@ApplicationScoped
class Signs {
    /** What nobody does to a trip-wire without having looked at it or passing it on. */
    private static final Set<Act> TOUCHING =
            EnumSet.of(
                    Act.REPORT_OPENED,
                    Act.RELATIVES_OPENED,
                    Act.EXHIBIT_OPENED,
                    Act.GRANT_MADE,
                    Act.REPORT_ASSIGNED,
                    Act.EXPORT_PREPARED,
                    Act.EXPORT_WITHHELD);

    private static final Set<Act> REFUSALS =
            EnumSet.of(Act.OPENING_REFUSED, Act.VAULT_REFUSED, Act.ACCESS_REFUSED);

    private final EntityManager entities;
    private final Telling telling;
    private final Leads leads;
    private final Planted planted;
    private final AlarmsConfig config;
    private final KeyedTag tag;
    private final Clock clock;

    Signs(
            EntityManager entities,
            Telling telling,
            Leads leads,
            Planted planted,
            AlarmsConfig config,
            SharedKey shared,
            Clock clock) {
        this.entities = entities;
        this.telling = telling;
        this.leads = leads;
        this.planted = planted;
        this.config = config;
        this.clock = clock;
        try (Identity key = shared.of("amanet alarms v1")) {
            this.tag = new KeyedTag(key);
        }
    }

    /** Tells the leads what this line is a sign of, if it is one. */
    void see(Following.Line line) {
        Entry entry = line.entry();
        if (!line.intact()) {
            String seq = "seq=" + line.seq();
            Alarm alarm = Alarm.of(AlarmKind.LOG_BROKEN, clock.instant(), null, seq);
            telling.tell(tag.id("LOG_BROKEN " + seq), alarm, leads.of(null, null));
        } else if (entry != null) {
            see(entry);
        }
    }

    private void see(Entry entry) {
        Happening what = entry.happening();
        UUID report = what.report();
        if (TOUCHING.contains(what.act()) && report != null && planted.is(report)) {
            tell(AlarmKind.PLANTED_TOUCHED, entry, what.act().name(), ChronoUnit.HOURS);
        }
        switch (what.act()) {
            case SEAL_BROKEN -> tell(AlarmKind.SEAL_BROKEN, entry, what.detail(), ChronoUnit.HOURS);
            case READING_FAST -> tell(AlarmKind.READ_FAST, entry, what.detail(), ChronoUnit.HOURS);
            case READING_STOPPED ->
                    tell(AlarmKind.READ_STOPPED, entry, what.detail(), ChronoUnit.HOURS);
            case RELATIVES_OPENED -> often(entry);
            default -> {
                if (REFUSALS.contains(what.act())) {
                    refused(entry);
                }
            }
        }
    }

    private void often(Entry entry) {
        long count = count(entry, Duration.ofDays(1), EnumSet.of(Act.RELATIVES_OPENED));
        if (count >= config.relatives()) {
            tell(AlarmKind.RELATIVES_OFTEN, entry, "count=" + count, ChronoUnit.DAYS);
        }
    }

    private void refused(Entry entry) {
        long count = count(entry, Duration.ofHours(1), REFUSALS);
        if (count >= config.refusals()) {
            tell(AlarmKind.REFUSED_OFTEN, entry, "count=" + count, ChronoUnit.HOURS);
        }
    }

    private long count(Entry entry, Duration within, Set<Act> acts) {
        UUID actor = entry.happening().actor().id();
        if (actor == null) {
            return 0; // nobody whom we know
        }
        List<String> names = acts.stream().map(Act::name).toList();
        Number found =
                (Number)
                        entities.createNativeQuery(
                                        "select count(*) from audit_entry where actor = :actor"
                                                + " and act in (:acts) and at > :since and at <= :at")
                                .setParameter("actor", actor)
                                .setParameter("acts", names)
                                .setParameter("since", entry.at().minus(within))
                                .setParameter("at", entry.at())
                                .getSingleResult();
        return found.longValue();
    }

    /** Once for each person, report and act in an hour or a day. */
    private void tell(AlarmKind kind, Entry entry, String codes, ChronoUnit once) {
        Happening what = entry.happening();
        Instant at = entry.at();
        Optional<Member> member = member(what);
        boolean often = kind == AlarmKind.RELATIVES_OFTEN || kind == AlarmKind.REFUSED_OFTEN;
        UUID report = often ? null : what.report();
        String sameAs =
                String.join(
                        " ",
                        kind.name(),
                        member.map(one -> one.id.toString()).orElse("-"),
                        report == null ? "-" : report.toString(),
                        kind == AlarmKind.PLANTED_TOUCHED ? codes : "-",
                        at.truncatedTo(once).toString());
        Optional<Row> row = Optional.ofNullable(report).flatMap(this::row);
        String desk = member.map(one -> one.desk).orElseGet(() -> row.map(Row::desk).orElse(null));
        Alarm alarm =
                Alarm.of(kind, at, member.map(one -> one.id).orElse(null), codes)
                        .about(row.map(Row::subject).orElse(null));
        telling.tell(tag.id(sameAs), alarm, leads.of(desk, alarm.member()));
    }

    /** Whom it is about: who did it, or whose key it is. */
    private static Optional<Member> member(Happening what) {
        @Nullable UUID actor = what.actor().id();
        UUID whom = actor == null && what.act() == Act.SEAL_BROKEN ? what.subject() : actor;
        return Optional.ofNullable(whom).flatMap(Member::byId);
    }

    private record Row(Alarm.Subject subject, String desk) {}

    private Optional<Row> row(UUID report) {
        List<?> found =
                entities.createNativeQuery("select reference, desk from report where id = ?1")
                        .setParameter(1, report)
                        .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Row(new Alarm.Subject(report, (String) row[0]), (String) row[1]))
                .findFirst();
    }
}
