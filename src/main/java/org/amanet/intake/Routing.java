package org.amanet.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Status;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/** Who receives a new report, and who never does. */
@ApplicationScoped
class Routing {
    private final Desks desks;
    private final Vouchings vouchings;

    Routing(Desks desks, Vouchings vouchings) {
        this.desks = desks;
        this.vouchings = vouchings;
    }

    /** The desk that takes the report, its first status there, and everybody who is granted it. */
    record Route(Desk desk, Status status, List<Member> holders) {}

    /**
     * The route for this report.
     *
     * @throws Refusal when the desk is unknown, or when with these exclusions nobody could read it
     */
    Route of(NewReport report) {
        Desk chosen = chosen(report);
        Desk desk = report.insider() ? desks.alternateOf(chosen) : chosen;
        boolean leadsOnly = report.insider() || isNamedFreely(report);
        List<Member> holders =
                vouchings.holdersOf(desk).stream()
                        .filter(member -> !report.exclude().contains(member.id))
                        .filter(member -> !leadsOnly || member.role == Role.LEAD)
                        .toList();
        if (holders.isEmpty()) {
            throw new Refusal(Problem.NOBODY_COULD_READ);
        }
        return new Route(desk, report.insider() ? Status.RESTRICTED : Status.NEW, holders);
    }

    private Desk chosen(NewReport report) {
        if (report.desk() == null || report.desk().isBlank()) {
            return desks.serving(report.routeByCountry() ? report.where() : null);
        }
        return desks.named(report.desk())
                .orElseThrow(
                        () -> new Refusal(Problem.INVALID_REQUEST, new Fault("/desk", "unknown")));
    }

    /** A name typed freely cannot be matched to a key: leads look first. */
    private static boolean isNamedFreely(NewReport report) {
        return report.excludeText() != null && !report.excludeText().isBlank();
    }
}
