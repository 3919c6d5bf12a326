package org.amanet.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.reports.Band;
import org.amanet.reports.Report;
import org.amanet.reports.Status;

/** A report that may be ticked: by what is in clear, and nothing is opened for it. */
record Offer(UUID id, String reference, Band band, Status status, boolean ticked) {
    private static final String HELD =
            "select r from Grant g join Report r on r.id = g.report"
                    + " where g.holder = ?1 and g.compartment = ACCOUNT and ";

    private static final String IN_ORDER = " order by g.band, g.read, g.dueAt, g.report";

    /**
     * Those that a member holds a grant of: what is ticked already, then what was made ready for
     * export, then the rest.
     */
    static List<Offer> to(UUID member, int max, List<UUID> ticked) {
        Set<UUID> chosen = Set.copyOf(ticked);
        List<Report> reports = new ArrayList<>();
        if (!chosen.isEmpty()) {
            reports.addAll(held("g.report in ?2", member, chosen, max));
        }
        reports.addAll(held("g.status = ?2", member, Status.READY_EXPORT, max));
        reports.addAll(held("g.status not in ?2", member, Status.ended(), max));
        return reports.stream()
                .map(report -> of(report, chosen))
                .distinct()
                .limit(Math.max(max, chosen.size()))
                .toList();
    }

    private static List<Report> held(String which, UUID member, Object value, int max) {
        return Report.<Report>find(HELD + which + IN_ORDER, member, value).page(0, max).list();
    }

    private static Offer of(Report report, Set<UUID> chosen) {
        return new Offer(
                report.id,
                report.reference,
                report.band,
                report.status,
                chosen.contains(report.id));
    }
}
