package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * Who must not see a report, said after it was sent. Whoever is named loses the key; a name in
 * words leaves it with leads only, as on the form, until one of them has looked. What somebody has
 * read already they have read.
 */
@ApplicationScoped
public class Exclusions {
    private final Desks desks;
    private final Vouchings vouchings;
    private final Addenda addenda;
    private final Trail trail;
    private final Event<ReportSecluded> secluded;

    Exclusions(
            Desks desks,
            Vouchings vouchings,
            Addenda addenda,
            Trail trail,
            Event<ReportSecluded> secluded) {
        this.desks = desks;
        this.vouchings = vouchings;
        this.addenda = addenda;
        this.trail = trail;
        this.secluded = secluded;
    }

    /** The people of a desk who could ever be given a report. */
    public record People(String desk, List<Reader> readers) {}

    /** Somebody with a key, by the name they chose. */
    public record Reader(UUID id, String alias, boolean leads) {}

    /**
     * Everybody who can be named, the same whatever the report is, so that asking tells nothing.
     */
    @Transactional
    public List<People> offered() {
        return desks.all().stream()
                .map(desk -> new People(desk.name(), readers(vouchings.peopleOf(desk))))
                .toList();
    }

    private static List<Reader> readers(List<Member> members) {
        return members.stream()
                .map(member -> new Reader(member.id, member.alias, member.role == Role.LEAD))
                .toList();
    }

    /**
     * Takes the keys away from whom the answer names.
     *
     * @param ids members of any of our desks
     * @throws Refusal where one of them is unknown, or where nobody could read the report any more;
     *     then nothing is changed
     */
    @Transactional
    public void leaveOut(
            OpenedReport opened, List<UUID> ids, Answer answer, @Nullable String once) {
        Answer whole = answer.leavingOut(ids.stream().map(this::named).toList());
        List<UUID> left = holders(opened).filter(ids, answer.words() != null);
        if (left.size() < opened.report().holdersLeast()) {
            throw new Refusal(Problem.NOBODY_COULD_READ);
        }
        addenda.answer(opened, whole, once);
        List<UUID> gone = new ArrayList<>(Grant.holders(opened.id()));
        gone.removeAll(left);
        for (UUID holder : gone) {
            Grant.remove(opened.id(), holder);
            trail.record(
                    Happening.of(Act.GRANT_REMOVED, Actor.reporter())
                            .about(opened.id())
                            .touching(holder));
        }
        Report.notWith(opened.id(), gone);
        secluded.fire(new ReportSecluded(opened.id()));
    }

    private Answer.LeftOut named(UUID id) {
        return Member.byId(id)
                .filter(member -> member.role != Role.INVESTIGATOR)
                .filter(vouchings::hold)
                .map(member -> new Answer.LeftOut(member.id, member.alias))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Problem.INVALID_REQUEST, new Fault("/exclude", "unknown")));
    }

    /**
     * Of a report that belongs to no desk, those of the desk that it would have gone to: it answers
     * as any other would.
     */
    private Holders holders(OpenedReport opened) {
        Optional<Desk> desk = desks.named(opened.report().desk);
        return new Holders(
                desk.isEmpty()
                        ? vouchings.holdersOf(desks.serving(null, opened.report().language))
                        : Grant.holders(opened.id()).stream()
                                .flatMap(id -> Member.byId(id).stream())
                                .filter(vouchings::hold)
                                .toList());
    }

    private record Holders(List<Member> members) {
        List<UUID> filter(List<UUID> without, boolean leadsOnly) {
            return members.stream()
                    .filter(member -> !without.contains(member.id))
                    .filter(member -> !leadsOnly || member.role == Role.LEAD)
                    .map(member -> member.id)
                    .toList();
        }
    }
}
