package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Chain;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/**
 * Gives a report to another organisation's desk too, where the reporter has named it. A lead of the
 * report's own desk does it. What lies under the second lock stays where it is.
 */
@ApplicationScoped
public class Referral {
    private final Access access;
    private final Desks desks;
    private final Vouchings vouchings;
    private final Partners partners;
    private final Summons summons;
    private final Chain chain;
    private final Trail trail;
    private final Clock clock;

    Referral(
            Access access,
            Desks desks,
            Vouchings vouchings,
            Partners partners,
            Summons summons,
            Chain chain,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.desks = desks;
        this.vouchings = vouchings;
        this.partners = partners;
        this.summons = summons;
        this.chain = chain;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Another desk.
     *
     * @param allowed whether the reporter has named it
     * @param there whether somebody there has the report already
     */
    public record Other(String slug, String name, boolean allowed, boolean there) {}

    /** All the others there are. */
    @Transactional
    public List<Other> others(OpenedReport opened) {
        Collection<String> there = partners.of(opened.report()).keySet();
        return desks.all().stream()
                .filter(desk -> !desk.slug().equals(opened.report().desk))
                .map(desk -> other(opened, desk, there.contains(desk.slug())))
                .toList();
    }

    private static Other other(OpenedReport opened, Desk desk, boolean there) {
        boolean allowed = Partners.names(opened.consent(), desk) && !isInsiders(opened, desk);
        return new Other(desk.slug(), desk.name(), allowed, there);
    }

    /**
     * Gives it to the leads and those on duty at that desk, minus everybody who must not have it,
     * and answers the row as it is then.
     *
     * @throws Refusal where the reporter has not named the desk, or nobody there could read it
     */
    @Transactional
    public Report refer(OpenedReport opened, long seen, Member by, OpenedVault vault, String slug) {
        Report.claim(opened.id(), seen, clock.instant());
        Report row = Report.byId(opened.id()).orElseThrow();
        if (by.role != Role.LEAD || !row.desk.equals(by.desk)) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        Desk desk =
                desks.named(slug)
                        .filter(one -> !one.slug().equals(row.desk))
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Problem.INVALID_REQUEST,
                                                new Fault("/desk", "unknown")));
        requireAllowed(opened, desk);
        List<Member> holders = holders(opened, desk);
        if (holders.isEmpty()) {
            throw new Refusal(Problem.NOBODY_COULD_READ);
        }
        trail.record(
                Happening.of(Act.REPORT_REFERRED, by.actor()).about(row.id).saying(desk.slug()));
        holders.forEach(holder -> grant(opened, by, vault, holder));
        summons.referred(holders);
        return row;
    }

    private static void requireAllowed(OpenedReport opened, Desk desk) {
        if (!Partners.names(opened.consent(), desk)) {
            throw new Refusal(Problem.CONSENT_MISSING);
        }
        if (isInsiders(opened, desk)) {
            throw new Refusal(Problem.MEMBER_EXCLUDED);
        }
    }

    /** A desk at which somebody is involved does not learn of it, whatever was agreed to. */
    private static boolean isInsiders(OpenedReport opened, Desk desk) {
        return desk.slug().equals(opened.account().insiderAt());
    }

    private List<Member> holders(OpenedReport opened, Desk desk) {
        List<UUID> already = Grant.holders(opened.id());
        boolean leadsOnly = Assignment.isGuarded(opened);
        return vouchings.holdersOf(desk).stream()
                .filter(member -> !leadsOnly || member.role == Role.LEAD)
                .filter(member -> !opened.excluded().contains(member.id))
                .filter(member -> !already.contains(member.id))
                .filter(member -> !Assignment.hasConflict(chain, opened, member))
                .toList();
    }

    private void grant(OpenedReport opened, Member by, OpenedVault vault, Member to) {
        try (Identity key = access.keyOf(opened.id(), Compartment.ACCOUNT, by, vault)) {
            Grant.seal(opened.id(), Compartment.ACCOUNT, to.id, key, to.sealTo()).persist();
        }
        trail.record(Happening.of(Act.GRANT_MADE, by.actor()).about(opened.id()).touching(to.id));
    }
}
