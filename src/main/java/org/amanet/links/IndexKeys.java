package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Grant;
import org.amanet.sealing.BlindIndex;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.StaffConfig;
import org.amanet.staff.Vouchings;

/**
 * The keys of the desks' indexes: made when first needed, sealed to everybody whom somebody stands
 * for and to the recovery key, and passed on to whoever came later by any colleague who has them
 * open.
 */
@ApplicationScoped
class IndexKeys {
    private final Generations generations;
    private final Desks desks;
    private final Vouchings vouchings;
    private final StaffConfig config;
    private final Trail trail;

    IndexKeys(
            Generations generations,
            Desks desks,
            Vouchings vouchings,
            StaffConfig config,
            Trail trail) {
        this.generations = generations;
        this.desks = desks;
        this.vouchings = vouchings;
        this.config = config;
        this.trail = trail;
    }

    /**
     * The index of the member's own desk; nothing where its key has not reached them yet, or what
     * has reached them is not from a colleague.
     */
    @Transactional
    Optional<DeskIndex> open(Member member, OpenedVault vault) {
        vouchings.require(member);
        Desk desk = deskOf(member);
        List<Integer> there = generations.of(desk.slug());
        if (there.isEmpty()) {
            first(desk, member, vault);
            there = generations.of(desk.slug());
        }
        List<Member> people = vouchings.peopleOf(desk);
        SortedMap<Integer, BlindIndex> keys = new TreeMap<>();
        DeskIndex index = new DeskIndex(desk.slug(), keys);
        for (int generation : there) {
            Optional<BlindIndex> key = opened(desk, generation, people, member, vault);
            if (key.isEmpty()) {
                index.close();
                return Optional.empty();
            }
            keys.put(generation, key.get());
        }
        passOn(index, people, vault, member);
        return Optional.of(index);
    }

    /** A new generation; whatever is written from now on goes there. */
    void begin(Member member, OpenedVault vault, int generation) {
        Desk desk = deskOf(member);
        generations.begin(desk.slug(), generation);
        try (BlindIndex index = BlindIndex.generate()) {
            give(index, new IndexKey.Key(desk.slug(), generation, Grant.RECOVERY), vault, member);
            for (Member colleague : vouchings.peopleOf(desk)) {
                give(index, new IndexKey.Key(desk.slug(), generation, colleague.id), vault, member);
            }
        }
    }

    private void first(Desk desk, Member member, OpenedVault vault) {
        generations.claim(desk.slug());
        if (generations.of(desk.slug()).isEmpty()) {
            begin(member, vault, 1);
        }
    }

    private Desk deskOf(Member member) {
        return desks.named(Objects.toString(member.desk, ""))
                .orElseThrow(() -> new Refusal(Problem.FORBIDDEN));
    }

    private Optional<BlindIndex> opened(
            Desk desk, int generation, List<Member> people, Member member, OpenedVault vault) {
        Optional<IndexKey> row = IndexKey.of(desk.slug(), generation, member.id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (people.stream().noneMatch(row.get()::isFrom)) {
            told(member);
            return Optional.empty();
        }
        try {
            return Optional.of(row.get().open(vault));
        } catch (SealBroken broken) {
            told(member);
            return Optional.empty();
        }
    }

    private void told(Member member) {
        trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, member.actor()).touching(member.id));
    }

    /** Their own too, where a colleague sealed it: it shall not fall with that colleague. */
    private void passOn(DeskIndex index, List<Member> people, OpenedVault vault, Member member) {
        index.keys()
                .forEach(
                        (generation, key) -> {
                            for (Member colleague : people) {
                                IndexKey.Key place =
                                        new IndexKey.Key(index.desk(), generation, colleague.id);
                                boolean own = colleague.id.equals(member.id);
                                if (!has(place, own ? List.of(member) : people)) {
                                    give(key, place, vault, member);
                                }
                            }
                        });
    }

    private static boolean has(IndexKey.Key place, List<Member> sealers) {
        return IndexKey.of(place.desk(), place.generation(), place.holder())
                .filter(row -> sealers.stream().anyMatch(row::isFrom))
                .isPresent();
    }

    private void give(BlindIndex key, IndexKey.Key place, OpenedVault vault, Member member) {
        IndexKey.seal(key, place, recipient(place.holder()), vault);
        trail.record(
                Happening.of(Act.INDEX_KEY_GIVEN, member.actor())
                        .touching(place.holder())
                        .saying("generation=" + place.generation()));
    }

    private Recipient recipient(UUID holder) {
        return holder.equals(Grant.RECOVERY)
                ? Recipient.parse(config.recoveryRecipient())
                : Member.byId(holder).orElseThrow().sealTo();
    }
}
