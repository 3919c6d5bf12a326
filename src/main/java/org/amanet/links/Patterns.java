package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Selector;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Unnamed;
import org.jspecify.annotations.Nullable;

/**
 * What many reports share of their actors, by tokens and by what is in clear. Of reports that they
 * do not hold, leads are told how many; whoever else looks sees their own alone. What was put aside
 * makes no pattern: a flood shall not draw one.
 */
@ApplicationScoped
@Unnamed
class Patterns {
    private static final String SEEN =
            """
            from selector_token t
            join indexed_report i on i.report = t.report
            join report r on r.id = t.report
            left join report_grant g
                on g.report = t.report and g.compartment = 'ACCOUNT' and g.holder = ?
            where t.desk = ? and t.actor and r.status <> 'QUARANTINED'
                and (g.report is not null or (? and i.told))
            """;

    private static final String LIST =
            """
            select min(t.selector::text) filter (where g.report is not null),
                count(distinct t.report), count(distinct g.report),
                string_agg(distinct r.country, ' ' order by r.country),
                min(r.received_hour), max(r.received_hour)
            """
                    + SEEN
                    + """
                    group by t.generation, t.token
                    having count(distinct t.report) >= ? and count(distinct r.country) >= ?
                    order by 2 desc, 6 desc limit ?
                    """;

    private static final String TOKEN =
            """
            select t.generation, t.token from selector_token t
            join report_grant g
                on g.report = t.report and g.compartment = 'ACCOUNT' and g.holder = ?
            where t.desk = ? and t.selector = ? and t.actor
            """;

    private static final String REPORTS =
            "select distinct t.report, r.reference, r.country, r.received_hour,"
                    + " g.report is not null "
                    + SEEN
                    + " and t.generation = ? and t.token = ?"
                    + " order by r.received_hour, t.report limit ?";

    private static final String SHARED =
            """
            select t.token, t.report, t.selector from selector_token t
            join report_grant g
                on g.report = t.report and g.compartment = 'ACCOUNT' and g.holder = ?
            where t.desk = ? and t.generation = ? and t.actor and t.report = any (?)
            """;

    /** More than can be drawn. */
    static final int DRAWN_MAX = 40;

    private final CurrentMember current;
    private final Access access;
    private final IndexKeys keys;
    private final Database database;
    private final LinksConfig config;
    private final Trail trail;

    Patterns(
            CurrentMember current,
            Access access,
            IndexKeys keys,
            Database database,
            LinksConfig config,
            Trail trail) {
        this.current = current;
        this.access = access;
        this.keys = keys;
        this.database = database;
        this.config = config;
        this.trail = trail;
    }

    /** Those that whoever looks may know of, the largest first. */
    @Transactional
    List<PatternView> all() {
        Member member = current.member();
        keys.open(member, current.vault()).ifPresent(DeskIndex::close);
        record(member);
        return database.all(
                LIST,
                Patterns::pattern,
                member.id,
                desk(member),
                member.role == Role.LEAD,
                config.patternReports(),
                config.patternCountries(),
                config.patternsMax());
    }

    private static PatternView pattern(ResultSet row) throws SQLException {
        String id = row.getString(1);
        String countries = row.getString(4);
        return new PatternView(
                id == null ? null : UUID.fromString(id),
                row.getLong(2),
                row.getLong(3),
                countries == null ? List.of() : List.of(countries.split(" ", -1)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private record Token(int generation, byte[] bytes) {}

    /**
     * One of them from near. The first report that whoever looks holds is opened for the words of
     * it, and that stands in the log.
     */
    @Transactional
    PatternDetail one(UUID id) {
        Member member = current.member();
        Token token =
                database.one(
                                TOKEN,
                                row -> new Token(row.getInt(1), row.getBytes(2)),
                                member.id,
                                desk(member),
                                id)
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        record(member);
        List<PatternDetail.Node> nodes =
                database.all(
                        REPORTS,
                        Patterns::node,
                        member.id,
                        desk(member),
                        member.role == Role.LEAD,
                        token.generation(),
                        token.bytes(),
                        DRAWN_MAX);
        List<PatternDetail.Shared> shared = shared(token, nodes, member);
        return new PatternDetail(id, nodes, shared);
    }

    private static PatternDetail.Node node(ResultSet row) throws SQLException {
        boolean held = row.getBoolean(5);
        return new PatternDetail.Node(
                held ? row.getObject(1, UUID.class) : null,
                held ? row.getString(2) : null,
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private record Carried(String token, UUID report, UUID selector) {}

    /** By token, the pattern's own first; of the others those that two of the reports carry. */
    private List<PatternDetail.Shared> shared(
            Token token, List<PatternDetail.Node> nodes, Member member) {
        Map<String, List<Carried>> byToken = new TreeMap<>();
        carried(token, nodes, member)
                .forEach(
                        one ->
                                byToken.computeIfAbsent(one.token(), any -> new ArrayList<>())
                                        .add(one));
        String own = Tokens.hex(token.bytes());
        Map<UUID, Selector> words = words(nodes, member);
        List<PatternDetail.Shared> shared = new ArrayList<>();
        List<Integer> everywhere = new ArrayList<>();
        for (int place = 0; place < nodes.size(); place++) {
            everywhere.add(place);
        }
        shared.add(shared(byToken.getOrDefault(own, List.of()), everywhere, words));
        byToken.forEach(
                (other, carriers) -> {
                    List<Integer> places = places(carriers, nodes);
                    if (!other.equals(own) && places.size() > 1 && shared.size() < DRAWN_MAX) {
                        shared.add(shared(carriers, places, words));
                    }
                });
        return shared;
    }

    private List<Carried> carried(Token token, List<PatternDetail.Node> nodes, Member member) {
        UUID[] reports =
                nodes.stream()
                        .map(PatternDetail.Node::report)
                        .filter(Objects::nonNull)
                        .toArray(UUID[]::new);
        return database.all(
                SHARED,
                row ->
                        new Carried(
                                Tokens.hex(row.getBytes(1)),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)),
                member.id,
                desk(member),
                token.generation(),
                reports);
    }

    private static List<Integer> places(List<Carried> carriers, List<PatternDetail.Node> nodes) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < nodes.size(); place++) {
            UUID report = nodes.get(place).report();
            if (carriers.stream().anyMatch(one -> one.report().equals(report))) {
                places.add(place);
            }
        }
        return places;
    }

    private static PatternDetail.Shared shared(
            List<Carried> carriers, List<Integer> places, Map<UUID, Selector> words) {
        @Nullable Selector known =
                carriers.stream()
                        .map(one -> words.get(one.selector()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return known == null
                ? new PatternDetail.Shared(null, null, places)
                : new PatternDetail.Shared(known.type(), known.received(), places);
    }

    private Map<UUID, Selector> words(List<PatternDetail.Node> nodes, Member member) {
        Map<UUID, Selector> words = new TreeMap<>();
        nodes.stream()
                .map(PatternDetail.Node::report)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(
                        report -> {
                            try (OpenedReport opened =
                                    access.open(report, member, current.vault())) {
                                opened.selectors()
                                        .forEach(kept -> words.put(kept.id(), kept.content()));
                            }
                        });
        return words;
    }

    private void record(Member member) {
        trail.record(Happening.of(Act.PATTERNS_READ, member.actor()));
    }

    private static String desk(Member member) {
        return Objects.toString(member.desk, "");
    }
}
