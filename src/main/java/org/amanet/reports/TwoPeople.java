package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/**
 * Which reports nobody opens alone. A lead decides it; to take it back takes two. What the reporter
 * and the recovery key hold is left as it is.
 */
@ApplicationScoped
public class TwoPeople {
    private final Access access;
    private final Pairs pairs;
    private final Vouchings vouchings;
    private final Trail trail;
    private final Clock clock;

    TwoPeople(Access access, Pairs pairs, Vouchings vouchings, Trail trail, Clock clock) {
        this.access = access;
        this.pairs = pairs;
        this.vouchings = vouchings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * From now on it takes two. Answers the row as it is then.
     *
     * @throws Refusal where fewer than two could open it, or it is so already
     */
    @Transactional
    public Report require(OpenedReport opened, long seen, Member by, OpenedVault vault) {
        Report row = claimed(opened, seen, by, false);
        List<Member> holders = holders(row.id);
        if (holders.size() < 2) {
            throw new Refusal(Problem.LAST_HOLDER);
        }
        for (Compartment compartment : Compartment.values()) {
            try (Identity key = access.keyOf(row.id, compartment, by, vault)) {
                for (UUID holder : Grant.holders(row.id)) {
                    pairs.blank(row.id, compartment, holder);
                }
                pairs.seal(row.id, key, compartment, Pairs.Pair.among(holders));
            }
        }
        row.twoPeople = true;
        trail.record(Happening.of(Act.SECOND_REQUIRED, by.actor()).about(row.id));
        return row;
    }

    /**
     * From now on each holder opens it alone again.
     *
     * @throws Refusal where no second person agreed to that
     */
    @Transactional
    public Report lift(OpenedReport opened, long seen, Member by, OpenedVault vault) {
        Report row = claimed(opened, seen, by, true);
        boolean agreed =
                JointOpening.running(row.id, by.id, clock.instant())
                        .filter(opening -> opening.purpose == JointOpening.Purpose.LIFT)
                        .isPresent();
        if (!agreed) {
            throw new Refusal(Problem.SECOND_PERSON_NEEDED);
        }
        try (Identity account = access.keyOf(row.id, Compartment.ACCOUNT, by, vault);
                Identity relatives = access.keyOf(row.id, Compartment.RELATIVES, by, vault)) {
            for (Member holder : holders(row.id)) {
                fill(row, Compartment.ACCOUNT, holder, account);
                fill(row, Compartment.RELATIVES, holder, relatives);
            }
        }
        pairs.forgetAll(row.id);
        JointOpening.forgetAll(row.id);
        row.twoPeople = false;
        trail.record(Happening.of(Act.SECOND_LIFTED, by.actor()).about(row.id));
        return row;
    }

    private void fill(Report row, Compartment compartment, Member holder, Identity key) {
        pairs.fill(Grant.seal(row.id, compartment, holder.id, key, holder.sealTo()));
    }

    private Report claimed(OpenedReport opened, long seen, Member by, boolean now) {
        if (by.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        Report.claim(opened.id(), seen, clock.instant());
        Report row = Report.byId(opened.id()).orElseThrow();
        if (row.twoPeople != now) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION);
        }
        return row;
    }

    /** One more holder, who needs each of the others and whom each of the others may need. */
    void admit(OpenedReport opened, Compartment compartment, Identity key, Member to) {
        List<Member> others = holders(opened.id());
        pairs.blank(opened.id(), compartment, to.id);
        pairs.seal(opened.id(), key, compartment, Pairs.Pair.of(to, others));
    }

    private List<Member> holders(UUID report) {
        return Grant.holders(report).stream()
                .flatMap(id -> Member.byId(id).stream())
                .filter(vouchings::hold)
                .toList();
    }
}
