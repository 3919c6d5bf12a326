package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.amanet.reports.Selector;
import org.amanet.staff.Member;

/**
 * The tokens in the database, and what may be known by them: of a report that somebody does not
 * hold, that it exists, where everybody at the desk may know that; of one that they hold, which it
 * is.
 */
@ApplicationScoped
class Tokens {
    /** Of one report as many as are shown beside a selector. */
    static final int HELD_MAX = 200;

    private static final String VISIBLE =
            """
            from selector_token t
            join indexed_report i on i.report = t.report
            left join report_grant g
                on g.report = t.report and g.compartment = 'ACCOUNT' and g.holder = ?
            where t.desk = ? and t.generation = ? and t.token = any (?)
                and t.report <> ? and (i.told or g.report is not null)
            """;

    /** How many other reports carry each token, as far as this member may know. */
    static final String COUNTS =
            "select t.token, count(distinct t.report) " + VISIBLE + " group by t.token";

    private static final String HELD =
            """
            select distinct t.token, r.id, r.reference from selector_token t
            join report_grant g
                on g.report = t.report and g.compartment = 'ACCOUNT' and g.holder = ?
            join report r on r.id = t.report
            where t.desk = ? and t.generation = ? and t.token = any (?) and t.report <> ?
            order by r.reference limit
            """
                    + HELD_MAX;

    private static final String REPORTS = "select distinct t.report " + VISIBLE + " limit ?";

    private final Database database;

    Tokens(Database database) {
        this.database = database;
    }

    /** A report that the viewer holds. */
    record Held(UUID id, String reference) {}

    /**
     * What is known of a token.
     *
     * @param others how many other reports carry it
     * @param held those of them that the viewer holds
     */
    record Match(long others, List<Held> held) {
        static final Match NONE = new Match(0, List.of());

        Match with(Match more) {
            List<Held> all = new ArrayList<>(held);
            all.addAll(more.held);
            return new Match(others + more.others, all);
        }
    }

    private record Counted(String token, long others) {}

    private record Found(String token, Held report) {}

    /** What is known of each selector, in any generation. */
    Map<UUID, Match> matches(
            DeskIndex index, Member viewer, UUID report, List<Selector.Kept> selectors) {
        Map<UUID, Match> matches = new HashMap<>();
        for (int generation : index.keys().keySet()) {
            Map<String, Match> known =
                    known(new Asked(index, generation, viewer.id, report), selectors);
            for (Selector.Kept kept : selectors) {
                String token = hex(index.token(kept.content(), generation));
                matches.merge(kept.id(), known.getOrDefault(token, Match.NONE), Match::with);
            }
        }
        return matches;
    }

    private record Asked(DeskIndex index, int generation, UUID viewer, UUID report) {
        Object[] values(Collection<Selector> selectors) {
            byte[][] tokens =
                    selectors.stream()
                            .map(one -> index.token(one, generation))
                            .toArray(byte[][]::new);
            return new Object[] {viewer, index.desk(), generation, tokens, report};
        }
    }

    private Map<String, Match> known(Asked asked, List<Selector.Kept> selectors) {
        Object[] values = asked.values(selectors.stream().map(Selector.Kept::content).toList());
        Map<String, Match> known = new HashMap<>();
        database.all(COUNTS, row -> new Counted(hex(row.getBytes(1)), row.getLong(2)), values)
                .forEach(one -> known.put(one.token(), new Match(one.others(), List.of())));
        database.all(
                        HELD,
                        row ->
                                new Found(
                                        hex(row.getBytes(1)),
                                        new Held(row.getObject(2, UUID.class), row.getString(3))),
                        values)
                .forEach(
                        one ->
                                known.merge(
                                        one.token(),
                                        new Match(0, List.of(one.report())),
                                        Match::with));
        return known;
    }

    /** The other reports that carry one selector, as far as this member may know of them. */
    List<UUID> reports(DeskIndex index, Member viewer, UUID report, Selector selector, int limit) {
        List<UUID> found = new ArrayList<>();
        for (int generation : index.keys().keySet()) {
            List<Object> values =
                    new ArrayList<>(
                            List.of(
                                    new Asked(index, generation, viewer.id, report)
                                            .values(List.of(selector))));
            values.add(limit);
            found.addAll(
                    database.all(REPORTS, row -> row.getObject(1, UUID.class), values.toArray()));
        }
        return found;
    }

    /**
     * Puts the selectors of a report into the index anew, under the latest key.
     *
     * @param told whether everybody at the desk may know that it exists; once not, it stays so
     */
    void replace(DeskIndex index, UUID report, List<Selector.Kept> selectors, boolean told) {
        mark(report, index.desk(), index.latest(), told);
        database.change("delete from selector_token where report = ?", report);
        for (Selector.Kept kept : selectors) {
            database.change(
                    "insert into selector_token values (?, ?, ?, ?, ?, ?)",
                    index.desk(),
                    index.latest(),
                    index.token(kept.content(), index.latest()),
                    report,
                    kept.id(),
                    kept.content().whose() == Selector.Whose.ACTOR);
        }
    }

    /** Up to which generation a report is in the index; 0 says that it waits for the key. */
    void mark(UUID report, String desk, int generation, boolean told) {
        database.change(
                """
                insert into indexed_report values (?, ?, ?, ?) on conflict (report) do update
                set generation = excluded.generation, told = indexed_report.told and excluded.told
                """,
                report,
                desk,
                generation,
                told);
    }

    Optional<Integer> generationOf(UUID report) {
        return database.one(
                "select generation from indexed_report where report = ?",
                row -> row.getInt(1),
                report);
    }

    /** Whether everybody at the desk may know of it; not where nobody has said so. */
    boolean isTold(UUID report) {
        return database.one(
                        "select told from indexed_report where report = ?",
                        row -> row.getBoolean(1),
                        report)
                .orElse(false);
    }

    void seclude(UUID report) {
        database.change("update indexed_report set told = false where report = ?", report);
    }

    void removeSelector(UUID report, UUID selector) {
        database.change(
                "delete from selector_token where report = ? and selector = ?", report, selector);
    }

    void removeAll(UUID report) {
        database.change("delete from selector_token where report = ?", report);
        database.change("delete from indexed_report where report = ?", report);
    }

    static String hex(byte[] token) {
        return HexFormat.of().formatHex(token);
    }
}
