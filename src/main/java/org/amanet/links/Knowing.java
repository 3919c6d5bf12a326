package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.reports.Grant;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/** Who may know that a report exists: whoever holds it, and its desk, where nobody is left out. */
@ApplicationScoped
class Knowing {
    private final Tokens tokens;
    private final Vouchings vouchings;
    private final Database database;

    Knowing(Tokens tokens, Vouchings vouchings, Database database) {
        this.tokens = tokens;
        this.vouchings = vouchings;
        this.database = database;
    }

    boolean holds(UUID member, UUID report) {
        return Grant.holders(report).contains(member);
    }

    /** Whether a member of the report's desk may know that it exists. */
    boolean of(UUID member, UUID report) {
        return holds(member, report) || tokens.isTold(report);
    }

    /** Those for whom things may be sealed, who hold one report and may know of the other. */
    List<Member> holdersWhoKnow(UUID report, UUID other) {
        return holders(report).stream().filter(holder -> of(holder.id, other)).toList();
    }

    /** The people of both sides who may know of both. */
    List<Member> ofBoth(UUID one, UUID other) {
        List<Member> all = new ArrayList<>(holdersWhoKnow(one, other));
        holdersWhoKnow(other, one).stream()
                .filter(holder -> all.stream().noneMatch(there -> there.id.equals(holder.id)))
                .forEach(all::add);
        return all;
    }

    /**
     * Those of two reports in whose log it may stand that something was done with both: whoever
     * holds one reads its log, and must not learn from it of another that they must not know of.
     */
    List<UUID> loggable(UUID one, UUID other) {
        List<UUID> reports = new ArrayList<>();
        if (tokens.isTold(other)) {
            reports.add(one);
        }
        if (tokens.isTold(one)) {
            reports.add(other);
        }
        return reports;
    }

    private List<Member> holders(UUID report) {
        return Grant.holders(report).stream()
                .flatMap(id -> Member.byId(id).stream())
                .filter(member -> member.role != Role.INVESTIGATOR)
                .filter(vouchings::hold)
                .toList();
    }

    /** The short name of a report. */
    String reference(UUID report) {
        return row(report).map(Row::reference).orElse("");
    }

    /** The desk of a report. */
    String desk(UUID report) {
        return row(report).map(Row::desk).orElse("");
    }

    private record Row(String reference, String desk) {}

    private Optional<Row> row(UUID report) {
        return database.one(
                "select reference, desk from report where id = ?",
                row -> new Row(row.getString(1), row.getString(2)),
                report);
    }

    static String alias(UUID member) {
        return Member.byId(member).map(one -> one.alias).orElse("");
    }

    /** A list and somebody else, once. */
    static List<Member> and(List<Member> people, Member more) {
        return Stream.concat(
                        people.stream().filter(one -> !one.id.equals(more.id)), Stream.of(more))
                .toList();
    }
}
