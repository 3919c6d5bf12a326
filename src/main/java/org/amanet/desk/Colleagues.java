package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.Vouchings;

/**
 * Who works at the same desk and could be given a report, as far as is known before it is opened.
 */
@ApplicationScoped
class Colleagues {
    private final Desks desks;
    private final Vouchings vouchings;

    Colleagues(Desks desks, Vouchings vouchings) {
        this.desks = desks;
        this.vouchings = vouchings;
    }

    /** Everybody at the member's desk whom somebody stands for, on duty or not. */
    List<Standing.Colleague> people(Member member) {
        Optional<Desk> desk = Optional.ofNullable(member.desk).flatMap(desks::named);
        return desk.map(vouchings::peopleOf).orElse(List.of()).stream()
                .map(one -> new Standing.Colleague(one.id, one.alias))
                .toList();
    }

    /** The member themselves among them. */
    List<Standing.Colleague> of(Member member) {
        Optional<Desk> desk = Optional.ofNullable(member.desk).flatMap(desks::named);
        return desk.map(vouchings::holdersOf).orElse(List.of()).stream()
                .map(one -> new Standing.Colleague(one.id, one.alias))
                .toList();
    }
}
