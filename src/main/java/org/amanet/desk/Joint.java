package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Access;
import org.amanet.reports.JointOpenings;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Report;
import org.amanet.reports.TwoPeople;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/** What two people do together, for routes and pages alike. */
@ApplicationScoped
class Joint {
    private final CurrentMember current;
    private final Access access;
    private final TwoPeople twoPeople;
    private final JointOpenings openings;

    Joint(CurrentMember current, Access access, TwoPeople twoPeople, JointOpenings openings) {
        this.current = current;
        this.access = access;
        this.twoPeople = twoPeople;
        this.openings = openings;
    }

    /** What is decided about a report that is open. */
    @FunctionalInterface
    private interface Decision {
        Report about(OpenedReport opened, Member by, OpenedVault vault);
    }

    Standing require(String id, long seen) {
        return decided(id, (opened, by, vault) -> twoPeople.require(opened, seen, by, vault));
    }

    Standing lift(String id, long seen) {
        return decided(id, (opened, by, vault) -> twoPeople.lift(opened, seen, by, vault));
    }

    private Standing decided(String id, Decision decision) {
        Member me = current.member();
        OpenedVault vault = current.vault();
        try (OpenedReport opened = access.open(Casework.uuid(id), me, vault)) {
            return Standing.of(decision.about(opened, me, vault), me);
        }
    }

    String reference(String id) {
        current.vault();
        return openings.reference(Casework.uuid(id), current.member());
    }

    UUID ask(String id, JointOpenings.Wish wish) {
        current.vault();
        return openings.ask(Casework.uuid(id), current.member(), wish);
    }

    List<JointOpenings.JointRequest> all() {
        return openings.all(current.member(), current.vault());
    }

    void give(String id) {
        openings.give(Casework.uuid(id), current.member(), current.vault());
    }
}
