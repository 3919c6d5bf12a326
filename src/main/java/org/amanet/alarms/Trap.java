package org.amanet.alarms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Planting;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;

/**
 * A lead plants a trip-wire at the own desk. The leads' list is sealed; the log says that one was
 * planted and not which.
 */
@ApplicationScoped
class Trap {
    private final CurrentMember current;
    private final Planting planting;
    private final Telling telling;
    private final Leads leads;
    private final Desks desks;
    private final Trail trail;
    private final Clock clock;

    Trap(
            CurrentMember current,
            Planting planting,
            Telling telling,
            Leads leads,
            Desks desks,
            Trail trail,
            Clock clock) {
        this.current = current;
        this.planting = planting;
        this.telling = telling;
        this.leads = leads;
        this.desks = desks;
        this.trail = trail;
        this.clock = clock;
    }

    /** What it is known by. */
    Planting.Name plant(Planting.Bait bait) {
        current.vault();
        Member me = current.member();
        Desk desk =
                Optional.ofNullable(me.desk)
                        .flatMap(desks::named)
                        .orElseThrow(() -> new Refusal(Problem.FORBIDDEN));
        Planting.Name name = planting.name();
        QuarkusTransaction.requiringNew().run(() -> list(name, me, desk));
        planting.file(name, bait, desk);
        return name;
    }

    private void list(Planting.Name name, Member me, Desk desk) {
        List<Member> told = new ArrayList<>(leads.of(desk.slug(), me.id));
        told.removeIf(lead -> !desk.slug().equals(lead.desk));
        told.add(me);
        Alarm planted =
                Alarm.of(
                                AlarmKind.PLANTED_HERE,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                me.id,
                                "")
                        .about(new Alarm.Subject(name.id(), name.reference()));
        telling.tell(UUID.randomUUID(), planted, told);
        trail.record(Happening.of(Act.REPORT_PLANTED, me.actor()));
    }
}
