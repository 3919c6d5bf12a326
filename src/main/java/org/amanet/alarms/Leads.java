package org.amanet.alarms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * Who is told: the leads of the desk, never whoever it is about. Where nobody is left, the leads of
 * the alternate desk.
 */
@ApplicationScoped
class Leads {
    private final Desks desks;
    private final Vouchings vouchings;

    Leads(Desks desks, Vouchings vouchings) {
        this.desks = desks;
        this.vouchings = vouchings;
    }

    /**
     * Those who are told.
     *
     * @param desk all desks, where it is none of ours
     */
    List<Member> of(@Nullable String desk, @Nullable UUID about) {
        Optional<Desk> known = Optional.ofNullable(desk).flatMap(desks::named);
        Collection<Desk> asked = known.<Collection<Desk>>map(List::of).orElseGet(desks::all);
        return asked.stream().flatMap(one -> of(one, about).stream()).distinct().toList();
    }

    private List<Member> of(Desk desk, @Nullable UUID about) {
        List<Member> own = leadsOf(desk, about);
        return own.isEmpty() ? leadsOf(desks.alternateOf(desk), about) : own;
    }

    private List<Member> leadsOf(Desk desk, @Nullable UUID about) {
        return vouchings.peopleOf(desk).stream()
                .filter(member -> member.role == Role.LEAD && !member.id.equals(about))
                .toList();
    }
}
