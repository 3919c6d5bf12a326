package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** Who is on duty. Leads say so for their own desk. */
@ApplicationScoped
class Roster {
    private final Trail trail;

    Roster(Trail trail) {
        this.trail = trail;
    }

    @Transactional
    void set(Member lead, UUID whom, boolean onDuty) {
        Member member =
                Member.byId(whom)
                        .filter(m -> m.desk != null && m.desk.equals(lead.desk))
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        member.duty = onDuty;
        trail.record(
                Happening.of(Act.DUTY_CHANGED, lead.actor())
                        .touching(member.id)
                        .saying(onDuty ? "on" : "off"));
    }
}
