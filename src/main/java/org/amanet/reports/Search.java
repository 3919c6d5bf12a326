package org.amanet.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.languages.Wanted;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Vouchings;

/**
 * Looks for words in all reports that a member may open, by opening them one after the other.
 * Nothing is written down of what was looked for; that somebody looked, and which reports they were
 * shown, stands in the log.
 */
@ApplicationScoped
public class Search {
    /** How many are opened in one transaction. */
    public static final int STEP = 64;

    /** More than anybody works on: the most urgent of them. */
    public static final int REPORTS_MAX = 100_000;

    /** What lies under the second lock is not looked through. */
    private static final Set<PartKind> READ =
            EnumSet.of(
                    PartKind.ACCOUNT,
                    PartKind.MESSAGE,
                    PartKind.ANSWER,
                    PartKind.NOTE,
                    PartKind.EXHIBIT,
                    PartKind.PAPER,
                    PartKind.SELECTOR);

    private static final JsonFactory JSON = new JsonFactory();

    private final EntityManager entities;
    private final Vouchings vouchings;
    private final Trail trail;

    Search(EntityManager entities, Vouchings vouchings, Trail trail) {
        this.entities = entities;
        this.vouchings = vouchings;
        this.trail = trail;
    }

    /**
     * A report that has the words.
     *
     * @param where in which of its parts
     * @param spelt whether one of them has all as they are, apart from the script
     */
    public record Hit(Report report, Set<PartKind> where, boolean spelt) {}

    /** All that can be looked through, the most urgent first. */
    @Transactional
    public List<UUID> begin(Member member) {
        vouchings.require(member);
        trail.record(Happening.of(Act.SEARCH_MADE, member.actor()));
        return entities.createQuery(
                        "select g.report from Grant g where g.holder = :me"
                                + " and g.compartment = ACCOUNT order by g.band, g.dueAt, g.report",
                        UUID.class)
                .setParameter("me", member.id)
                .setMaxResults(REPORTS_MAX)
                .getResultList();
    }

    /**
     * Looks through some of them. One that cannot be opened is left out: opening it will say why.
     *
     * @param some at most {@link #STEP}
     */
    @Transactional
    public List<Hit> through(
            Member member, OpenedVault vault, Collection<UUID> some, Wanted wanted) {
        vouchings.require(member);
        Map<UUID, List<Part>> parts = parts(some);
        List<Hit> hits =
                held(member, some).parallelStream()
                        .flatMap(
                                held ->
                                        look(
                                                held,
                                                parts.getOrDefault(held.report().id, List.of()),
                                                vault,
                                                wanted)
                                                .stream())
                        .toList();
        hits.forEach(
                hit ->
                        trail.record(
                                Happening.of(Act.REPORT_FOUND, member.actor())
                                        .about(hit.report().id)));
        return hits;
    }

    private record Held(Report report, Grant grant) {}

    private List<Held> held(Member member, Collection<UUID> some) {
        return entities.createQuery(
                        "select r, g from Grant g join Report r on r.id = g.report"
                                + " where g.holder = :me and g.compartment = ACCOUNT"
                                + " and g.report in :some order by g.band, g.dueAt, g.report",
                        Held.class)
                .setParameter("me", member.id)
                .setParameter("some", some)
                .getResultList();
    }

    private Map<UUID, List<Part>> parts(Collection<UUID> some) {
        return entities
                .createQuery(
                        "select p from Part p where p.report in :some and p.kind in :kinds"
                                + " order by p.position",
                        Part.class)
                .setParameter("some", some)
                .setParameter("kinds", READ)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(part -> part.report));
    }

    private static Optional<Hit> look(
            Held held, List<Part> parts, OpenedVault vault, Wanted wanted) {
        Map<PartKind, Wanted.Match> found = new EnumMap<>(PartKind.class);
        try (Identity key = held.grant().open(vault.identity())) {
            for (Part part : Part.latest(parts.stream())) {
                found.merge(part.kind, match(part, key, wanted), Search::better);
            }
        } catch (SealBroken broken) {
            return Optional.empty();
        }
        found.values().removeIf(match -> match == Wanted.Match.NOT);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Hit(
                                held.report(),
                                EnumSet.copyOf(found.keySet()),
                                found.containsValue(Wanted.Match.SPELT)));
    }

    private static Wanted.Match better(Wanted.Match one, Wanted.Match other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Wanted.Match match(Part part, Identity key, Wanted wanted) {
        byte[] plain = SealedPart.open(part.place(), part.sealed, key);
        try {
            return wanted.in(texts(plain));
        } catch (IOException unreadable) {
            throw new SealBroken();
        } finally {
            Digests.wipe(plain);
        }
    }

    /** All that stands in a part, one thing after the other, without what it is called. */
    private static CharSequence texts(byte[] plain) throws IOException {
        StringBuilder texts = new StringBuilder(plain.length);
        try (JsonParser parser = JSON.createParser(plain)) {
            for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
                if (at == JsonToken.VALUE_STRING) {
                    texts.append(
                                    parser.getTextCharacters(),
                                    parser.getTextOffset(),
                                    parser.getTextLength())
                            .append('\n');
                }
            }
        }
        return texts;
    }
}
