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
import org.jspecify.annotations.Nullable;

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
        Desk desk = report.insider() ? awayFromInsider(report) : chosen(report);
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

    /**
     * A desk that the reporter chose while saying that the insider is at another place is the one
     * they trust; sending the report to its alternate could hand it to the insider.
     */
    private Desk awayFromInsider(NewReport report) {
        Desk chosen = chosen(report);
        String insiderAt = report.insiderAt();
        if (insiderAt == null || insiderAt.isBlank()) {
            return desks.alternateOf(chosen);
        }
        boolean ours = !insiderAt.equals(NewReport.ELSEWHERE);
        Desk avoided = ours ? named(insiderAt, "/insiderAt") : chosen;
        boolean trusted = isGiven(report.desk()) && !insiderAt.equals(report.desk());
        return trusted ? chosen : desks.alternateOf(avoided);
    }

    private Desk chosen(NewReport report) {
        String desk = report.desk();
        return desk != null && !desk.isBlank()
                ? named(desk, "/desk")
                : desks.serving(report.routeByCountry() ? report.where() : null, report.language());
    }

    private Desk named(String slug, String pointer) {
        return desks.named(slug)
                .orElseThrow(
                        () -> new Refusal(Problem.INVALID_REQUEST, new Fault(pointer, "unknown")));
    }

    /** A name typed freely cannot be matched to a key: leads look first. */
    private static boolean isNamedFreely(NewReport report) {
        return isGiven(report.excludeText());
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
