package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Referral;
import org.amanet.staff.CurrentMember;

/** What a lead does to give a report to another organisation too, for routes and pages alike. */
@ApplicationScoped
class Referring {
    private final CurrentMember current;
    private final Access access;
    private final Referral referral;

    Referring(CurrentMember current, Access access, Referral referral) {
        this.current = current;
        this.access = access;
        this.referral = referral;
    }

    /** Where it could go, and how it stands now. */
    record Ways(String reference, int version, List<Referral.Other> others) {}

    Ways ways(String id) {
        try (OpenedReport opened = open(id)) {
            return new Ways(
                    opened.report().reference, opened.report().version, referral.others(opened));
        }
    }

    Standing refer(String id, long seen, String desk) {
        try (OpenedReport opened = open(id)) {
            return Standing.of(
                    referral.refer(opened, seen, current.member(), current.vault(), desk),
                    current.member());
        }
    }

    private OpenedReport open(String id) {
        return access.open(Casework.uuid(id), current.member(), current.vault());
    }
}
