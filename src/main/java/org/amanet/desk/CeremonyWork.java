package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Ceremonies;
import org.amanet.reports.CeremonyKind;
import org.amanet.reports.CeremonyProgress;
import org.amanet.reports.CeremonyReason;
import org.amanet.reports.Departure;
import org.amanet.reports.Recovery;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Unnamed;
import org.jspecify.annotations.Nullable;

/**
 * What a member with an open vault does for a ceremony about keys, for routes and pages alike.
 * Grants of others pass through it; what somebody may do is for each ceremony to say, and {@link
 * org.amanet.reports.Access} opens as ever.
 */
@Unnamed
@ApplicationScoped
class CeremonyWork {
    private final CurrentMember current;
    private final Ceremonies ceremonies;
    private final Departure departure;
    private final Recovery recovery;
    private final Habits habits;

    CeremonyWork(
            CurrentMember current,
            Ceremonies ceremonies,
            Departure departure,
            Recovery recovery,
            Habits habits) {
        this.current = current;
        this.ceremonies = ceremonies;
        this.departure = departure;
        this.recovery = recovery;
        this.habits = habits;
    }

    /**
     * What is wanted.
     *
     * @param subject who leaves, or who receives; a drill is for whoever asks
     * @param successor who receives what a leaver holds; the desk's leads, where nobody is named
     * @param report reference of the report of a drill
     */
    record Wish(
            CeremonyKind kind,
            @Nullable UUID subject,
            @Nullable UUID successor,
            @Nullable CeremonyReason reason,
            @Nullable String report) {}

    CeremonyProgress begin(Wish wish) {
        Member member = current.member();
        current.vault();
        UUID subject = wish.subject() == null ? member.id : wish.subject();
        CeremonyReason reason = wish.reason() == null ? CeremonyReason.NONE : wish.reason();
        UUID id =
                switch (wish.kind()) {
                    case DEPARTURE -> departure.depart(member, subject, wish.successor());
                    case RECOVERY -> recovery.ask(member, subject, reason);
                    case DRILL -> {
                        String report = wish.report() == null ? "" : wish.report().strip();
                        yield recovery.askDrill(member, report);
                    }
                    case RECOVERY_KEY -> ceremonies.beginRecoveryKey(member);
                    case ROTATION, RESTORATION -> throw new Refusal(Problem.INVALID_REQUEST);
                };
        return ceremonies.progress(id, member);
    }

    List<CeremonyProgress> open() {
        current.vault();
        return ceremonies.open(current.member());
    }

    CeremonyProgress progress(UUID id) {
        current.vault();
        return ceremonies.progress(id, current.member());
    }

    CeremonyProgress step(UUID id) {
        Member member = current.member();
        if (ceremonies.progress(id, member).kind() == CeremonyKind.ROTATION) {
            habits.renew();
        }
        ceremonies.step(id, member, current.vault());
        ceremonies.settle(id, member);
        return ceremonies.outcome(id, member);
    }

    CeremonyProgress approve(UUID id) {
        current.vault();
        recovery.approve(id, current.member());
        return ceremonies.progress(id, current.member());
    }

    CeremonyProgress end(UUID id, boolean leaving) {
        current.vault();
        departure.end(id, current.member(), leaving);
        return ceremonies.progress(id, current.member());
    }

    String file(UUID id) {
        current.vault();
        return recovery.file(id, current.member());
    }

    CeremonyProgress put(UUID id, String text) {
        recovery.put(id, current.member(), current.vault(), text);
        return ceremonies.progress(id, current.member());
    }
}
