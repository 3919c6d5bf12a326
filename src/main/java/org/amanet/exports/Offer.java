package org.amanet.exports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.reports.Band;
import org.amanet.reports.Report;
import org.amanet.reports.Status;

/** A report that may be ticked: by what is in clear, and nothing is opened for it. */
record Offer(UUID id, String reference, Band band, Status status, boolean ticked) {

    /** Those that a member holds a grant of; what was made ready for export comes first. */
    static List<Offer> to(UUID member, int max, List<UUID> ticked) {
        Set<UUID> chosen = Set.copyOf(ticked);
        List<Report> reports =
                Report.<Report>find(
                                "from Report r where r.status <> ?2 and exists"
                                        + " (select 1 from Grant g where g.report = r.id and g.holder = ?1)"
                                        + " order by case when r.status = ?3 then 0 else 1 end,"
                                        + " r.touchedHour desc, r.id",
                                member,
                                Status.WITHDRAWN,
                                Status.READY_EXPORT)
                        .page(0, max)
                        .list();
        return reports.stream()
                .map(
                        one ->
                                new Offer(
                                        one.id,
                                        one.reference,
                                        one.band,
                                        one.status,
                                        chosen.contains(one.id)))
                .toList();
    }
}
