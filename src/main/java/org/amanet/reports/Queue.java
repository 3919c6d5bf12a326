package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SealBroken;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a member: the reports they hold a grant of and no other, worst band first, then
 * what is new, then the earliest deadline. Of what is sealed only the fired rules are opened, and
 * so nothing is logged.
 */
@ApplicationScoped
public class Queue {
    /** As a country: those reports whose country was not given. */
    public static final String NOT_GIVEN = "";

    private static final String ROWS =
            """
            select r, g, t, m.alias from Grant g
            join Report r on r.id = g.report
            left join Part t on t.report = g.report and t.kind = TRIAGE and t.version = 1
            left join Member m on m.id = r.assignee
            where g.holder = :me and g.compartment = ACCOUNT\
            """;

    /** Written out and not as values: the index of what is open holds exactly these words. */
    private static final String OPEN =
            Status.ended().stream()
                    .map(Status::name)
                    .collect(Collectors.joining(", ", " and g.status not in (", ")"));

    private static final String ORDER = " order by g.band, g.read, g.dueAt, g.report";

    private final EntityManager entities;
    private final Vouchings vouchings;
    private final Contents contents;

    Queue(EntityManager entities, Vouchings vouchings, Contents contents) {
        this.entities = entities;
        this.vouchings = vouchings;
        this.contents = contents;
    }

    /**
     * Which of them; what is null does not matter.
     *
     * @param status where none is asked for: all that are open, see {@link Status#isOpen}
     * @param stage those whose time has run at least so far
     */
    public record Filter(
            @Nullable Band band,
            @Nullable Status status,
            @Nullable String country,
            @Nullable String language,
            @Nullable Having having,
            @Nullable Boolean unread,
            @Nullable Stage stage) {}

    /** Who has it; nobody, where the member is null. */
    public record Having(@Nullable UUID member) {}

    /** The place of a row, after which the next page begins. */
    public record Place(Band band, boolean read, Instant dueAt, UUID report) {}

    /**
     * A row.
     *
     * @param rules those that fired; none where the seal is broken, which opening it will say
     * @param assignee the name of whoever has it
     */
    public record Row(Report report, List<String> rules, @Nullable String assignee) {
        /** Where this row stands. */
        public Place place() {
            return new Place(report.band, !report.unread, report.dueAt, report.id);
        }
    }

    /** At most so many rows after this place, in one query however many reports there are. */
    public List<Row> waiting(
            Member member, OpenedVault vault, Filter filter, @Nullable Place after, int limit) {
        vouchings.require(member);
        Map<String, Object> values = new HashMap<>();
        values.put("me", member.id);
        String query = ROWS + conditions(filter, values) + following(after, values) + ORDER;
        var rows = entities.createQuery(query, Found.class).setMaxResults(limit);
        values.forEach(rows::setParameter);
        return rows.getResultList().stream().map(found -> row(found, vault)).toList();
    }

    private static String conditions(Filter filter, Map<String, Object> values) {
        StringBuilder text = new StringBuilder(filter.status() == null ? OPEN : "");
        equal(text, values, "g.status", filter.status());
        equal(text, values, "g.band", filter.band());
        equal(text, values, "r.language", filter.language());
        if (filter.unread() != null) {
            text.append(filter.unread() ? " and not g.read" : " and g.read");
        }
        if (filter.stage() != null) {
            text.append(" and r.stage in :stages");
            values.put("stages", EnumSet.range(filter.stage(), Stage.OVER));
        }
        if (NOT_GIVEN.equals(filter.country())) {
            text.append(" and r.country is null");
        } else {
            equal(text, values, "r.country", filter.country());
        }
        Having having = filter.having();
        if (having != null && having.member() == null) {
            text.append(" and r.assignee is null");
        } else if (having != null) {
            equal(text, values, "r.assignee", having.member());
        }
        return text.toString();
    }

    private static void equal(
            StringBuilder text, Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            String name = column.substring(column.indexOf('.') + 1);
            text.append(" and ").append(column).append(" = :").append(name);
            values.put(name, value);
        }
    }

    private static String following(@Nullable Place after, Map<String, Object> values) {
        if (after == null) {
            return "";
        }
        // In a row of values nothing tells Hibernate that the column holds the name.
        values.put("afterBand", after.band().name());
        values.put("afterRead", after.read());
        values.put("afterDue", after.dueAt());
        values.put("afterReport", after.report());
        return " and (g.band, g.read, g.dueAt, g.report)"
                + " > (:afterBand, :afterRead, :afterDue, :afterReport)";
    }

    private record Found(
            Report report, Grant grant, @Nullable Part triage, @Nullable String alias) {}

    private Row row(Found found, OpenedVault vault) {
        return new Row(found.report(), rules(found, vault), found.alias());
    }

    private List<String> rules(Found found, OpenedVault vault) {
        Part triage = found.triage();
        if (triage == null) {
            return List.of();
        }
        try (Identity key = found.grant().open(vault.identity())) {
            return contents.open(triage, Triage.class, key).rules();
        } catch (SealBroken broken) {
            return List.of();
        }
    }
}
