package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.amanet.staff.Member;
import org.amanet.staff.Vouchings;

/** How much waits for a member, of the reports they hold a grant of and no other. */
@ApplicationScoped
public class Tally {
    /** Counting ends here, so that a flood costs no more than a full desk. */
    public static final int MOST = 1000;

    private static final String HELD =
            "select count(*) from (select 1 from report_grant g"
                    + " where g.holder = :me and g.compartment = 'ACCOUNT' and ";

    private static final String LATE = "select late_held(:me, :over, " + MOST + ")";

    private static final String OPEN =
            Status.ended().stream()
                    .map(status -> "'" + status + "'")
                    .collect(Collectors.joining(", ", "g.status not in (", ") and "));

    private static final String UP_TO = " limit " + MOST + ") counted";

    private final EntityManager entities;
    private final Vouchings vouchings;

    Tally(EntityManager entities, Vouchings vouchings) {
        this.entities = entities;
        this.vouchings = vouchings;
    }

    /**
     * Each counted up to {@link #MOST}.
     *
     * @param bands of those that are open
     * @param unread open ones with something new
     * @param late open ones of whose time three quarters are over, those below included
     * @param over open ones whose time is over
     * @param aside what was put aside, which the queue does not show by itself
     */
    public record Counts(Map<Band, Integer> bands, int unread, int late, int over, int aside) {}

    /** What waits for this member now. */
    public Counts of(Member member) {
        vouchings.require(member);
        Map<Band, Integer> bands = new EnumMap<>(Band.class);
        int unread = 0;
        for (Band band : Band.values()) {
            String inBand = OPEN + "g.band = '" + band + "'";
            bands.put(band, count(inBand, member.id));
            // Band by band, as the index of the queue has it.
            unread = Math.min(MOST, unread + count(inBand + " and not g.read", member.id));
        }
        return new Counts(
                bands,
                unread,
                late(member.id, false),
                late(member.id, true),
                count("g.status = 'QUARANTINED'", member.id));
    }

    private int count(String which, UUID member) {
        Number found =
                (Number)
                        entities.createNativeQuery(HELD + which + UP_TO)
                                .setParameter("me", member)
                                .getSingleResult();
        return found.intValue();
    }

    private int late(UUID member, boolean onlyOver) {
        Number found =
                (Number)
                        entities.createNativeQuery(LATE)
                                .setParameter("me", member)
                                .setParameter("over", onlyOver)
                                .getSingleResult();
        return found.intValue();
    }
}
