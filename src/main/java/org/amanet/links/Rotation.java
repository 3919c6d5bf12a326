package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;

/**
 * A desk changes its index key: a lead begins it, and whoever may open the reports takes them over
 * step by step, each in a transaction of its own. Until the last one is there, both keys are used.
 */
@ApplicationScoped
class Rotation {
    private static final String WAITING =
            """
            from indexed_report i left join report_grant g
                on g.report = i.report and g.compartment = 'ACCOUNT' and g.holder = ?
            where i.desk = ? and i.generation < ?
            """;

    private final CurrentMember current;
    private final IndexKeys keys;
    private final Generations generations;
    private final Indexing indexing;
    private final Access access;
    private final Database database;
    private final Trail trail;

    Rotation(
            CurrentMember current,
            IndexKeys keys,
            Generations generations,
            Indexing indexing,
            Access access,
            Database database,
            Trail trail) {
        this.current = current;
        this.keys = keys;
        this.generations = generations;
        this.indexing = indexing;
        this.access = access;
        this.database = database;
        this.trail = trail;
    }

    /** Where a desk's index stands, for one of its people. */
    @Transactional
    IndexView look() {
        try (Opened opened = opened()) {
            return view(opened.index());
        }
    }

    private IndexView view(Optional<DeskIndex> index) {
        Member member = current.member();
        String desk = Objects.toString(member.desk, "");
        List<Integer> there = generations.of(desk);
        int latest = there.getLast();
        long left =
                database.one(
                                "select count(*) " + WAITING,
                                row -> row.getLong(1),
                                member.id,
                                desk,
                                latest)
                        .orElse(0L);
        long mine =
                database.one(
                                "select count(g.report) " + WAITING,
                                row -> row.getLong(1),
                                member.id,
                                desk,
                                latest)
                        .orElse(0L);
        return new IndexView(
                index.isPresent(), latest, there.size() > 1, left, mine, member.role == Role.LEAD);
    }

    /**
     * Begins to change the key.
     *
     * @throws Refusal where it is being changed already, or whoever asks is no lead or has no key
     */
    @Transactional
    IndexView begin() {
        Member member = current.member();
        if (member.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        try (Opened opened = opened()) {
            DeskIndex index = opened.required();
            generations.claim(index.desk());
            List<Integer> there = generations.of(index.desk());
            if (there.size() > 1 || there.getLast() != index.latest()) {
                throw new Refusal(Problem.CONFLICT);
            }
            keys.begin(member, current.vault(), index.latest() + 1);
            record(member, "begun", index.latest() + 1);
        }
        return look();
    }

    /**
     * Takes over as many reports as that, of those that whoever asks may open; ends it if it can.
     */
    IndexView step(int limit) {
        List<UUID> next;
        try (Opened opened = opened()) {
            DeskIndex index = opened.required();
            next = next(index, limit);
            for (UUID report : next) {
                takeOver(report, index);
            }
            end(index);
        }
        return look();
    }

    private List<UUID> next(DeskIndex index, int limit) {
        return database.all(
                "select i.report "
                        + WAITING
                        + " and g.report is not null order by i.report limit ?",
                row -> row.getObject(1, UUID.class),
                current.member().id,
                index.desk(),
                index.latest(),
                limit);
    }

    /** One that is broken stops no other; it waits, and so do both keys. */
    private void takeOver(UUID report, DeskIndex index) {
        try (OpenedReport opened = access.open(report, current.member(), current.vault())) {
            indexing.catchUp(opened, index);
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.SEAL_BROKEN
                    && refusal.problem() != Problem.NOT_FOUND) {
                throw refusal;
            }
        }
    }

    @Transactional
    void end(DeskIndex index) {
        generations.claim(index.desk());
        long left =
                database.one(
                                "select count(*) from indexed_report"
                                        + " where desk = ? and generation < ?",
                                row -> row.getLong(1),
                                index.desk(),
                                index.latest())
                        .orElse(0L);
        boolean latest = generations.of(index.desk()).getLast() == index.latest();
        if (left == 0 && latest && index.keys().size() > 1) {
            generations.endBefore(index.desk(), index.latest());
            record(current.member(), "done", index.latest());
        }
    }

    private void record(Member member, String what, int generation) {
        trail.record(
                Happening.of(Act.INDEX_ROTATED, member.actor())
                        .saying(what + " generation=" + generation));
    }

    private Opened opened() {
        OpenedVault vault = current.vault();
        return new Opened(keys.open(current.member(), vault));
    }

    private record Opened(Optional<DeskIndex> index) implements AutoCloseable {
        DeskIndex required() {
            return index.orElseThrow(() -> new Refusal(Problem.CONFLICT));
        }

        @Override
        public void close() {
            index.ifPresent(DeskIndex::close);
        }
    }
}
