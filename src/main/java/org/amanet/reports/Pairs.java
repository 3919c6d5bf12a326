package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealedPart;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/**
 * Keys that need two people: age inside age. The inner file is the grant that a holder would have
 * alone; the outer is for one of the others. There is one for each ordered pair of holders.
 */
@ApplicationScoped
class Pairs {
    private static final byte[] NOTHING = {};

    private final EntityManager entities;
    private final Clock clock;

    Pairs(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * The grant as its holder can open it now: as it is, or as a second person lent it.
     *
     * @throws Refusal where a second person is needed first
     */
    Grant usable(Grant grant) {
        if (grant.sealed.length > 0) {
            return grant;
        }
        return JointOpening.running(grant.report, grant.holder, clock.instant())
                .map(opening -> opening.lent(grant.compartment))
                .orElseThrow(() -> new Refusal(Problem.SECOND_PERSON_NEEDED));
    }

    /** Seals a key for each pair of these two lists; nobody makes a pair with themselves. */
    void seal(UUID report, Identity key, Compartment compartment, List<Pair> pairs) {
        for (Pair pair : pairs) {
            UUID holder = pair.holder().id;
            byte[] inner =
                    Grant.seal(report, compartment, holder, key, pair.holder().sealTo()).sealed;
            Place place = place(report, compartment, holder, pair.second().id);
            byte[] outer = SealedPart.seal(place, inner, List.of(pair.second().sealTo()));
            entities.createNativeQuery(
                            "insert into report_pair (report, compartment, holder, second, sealed)"
                                    + " values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, report)
                    .setParameter(2, compartment.name())
                    .setParameter(3, holder)
                    .setParameter(4, pair.second().id)
                    .setParameter(5, outer)
                    .executeUpdate();
        }
    }

    /** Who opens, and who has to agree before. */
    record Pair(Member holder, Member second) {
        /** All of these among themselves. */
        static List<Pair> among(List<Member> members) {
            return members.stream()
                    .flatMap(
                            holder ->
                                    members.stream()
                                            .filter(second -> !second.id.equals(holder.id))
                                            .map(second -> new Pair(holder, second)))
                    .toList();
        }

        /** One who comes, with those who are there, both ways. */
        static List<Pair> of(Member one, List<Member> others) {
            return others.stream()
                    .filter(other -> !other.id.equals(one.id))
                    .flatMap(other -> List.of(new Pair(one, other), new Pair(other, one)).stream())
                    .toList();
        }
    }

    /**
     * Takes the outer seal off: what comes out is still sealed to the holder.
     *
     * @throws Refusal where the two were never a pair
     * @throws org.amanet.sealing.SealBroken when it cannot be opened, or belongs elsewhere
     */
    byte[] unwrapped(UUID report, Compartment compartment, UUID holder, OpenedVault second) {
        List<?> found =
                entities.createNativeQuery(
                                "select sealed from report_pair where report = ?1"
                                        + " and compartment = ?2 and holder = ?3 and second = ?4",
                                byte[].class)
                        .setParameter(1, report)
                        .setParameter(2, compartment.name())
                        .setParameter(3, holder)
                        .setParameter(4, second.member())
                        .getResultList();
        byte[] sealed =
                found.stream()
                        .map(byte[].class::cast)
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        Place place = place(report, compartment, holder, second.member());
        return second.with(key -> SealedPart.open(place, sealed, key));
    }

    /** No two need each other for it any more. */
    void forgetAll(UUID report) {
        entities.createNativeQuery("delete from report_pair where report = ?1")
                .setParameter(1, report)
                .executeUpdate();
    }

    /** Puts an empty grant in the place of a whole one, or where none was. */
    void blank(UUID report, Compartment compartment, UUID holder) {
        Grant.put(Grant.of(report, compartment, holder, NOTHING));
    }

    /** Puts a whole grant in the place of an empty one. */
    void fill(Grant grant) {
        Grant.put(grant);
    }

    private static Place place(UUID report, Compartment compartment, UUID holder, UUID second) {
        return new Place(report, holder, "PAIR " + second, compartment.name(), 1);
    }
}
