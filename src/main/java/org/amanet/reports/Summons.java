package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.amanet.notices.Notices;
import org.amanet.staff.Member;
import org.amanet.staff.Role;

/** Who is told that something waits: of those who hold the report, and nobody else. */
@ApplicationScoped
class Summons {
    private final Notices notices;

    Summons(Notices notices) {
        this.notices = notices;
    }

    /** A new report in which somebody may be in danger: everybody who was granted it. */
    void arrived(SealedDraft draft) {
        boolean urgent = draft.band() == Band.P0 || draft.band() == Band.P1;
        if (urgent && draft.status() != Status.QUARANTINED) {
            notices.tell(draft.locks().stream().map(SealedDraft.Lock::holder).toList());
        }
    }

    /** The time runs out: leads; and once it is over, whoever is on duty too. */
    void late(UUID report, Stage stage) {
        if (stage == Stage.THREE_QUARTERS || stage == Stage.OVER) {
            boolean over = stage == Stage.OVER;
            notices.tell(
                    holders(report, member -> member.role == Role.LEAD || (over && member.duty)));
        }
    }

    /** The reporter came back: whoever has the report; where nobody does, the leads. */
    void news(UUID report) {
        Optional<UUID> assignee = Report.byId(report).map(row -> row.assignee);
        List<UUID> leads = holders(report, member -> member.role == Role.LEAD);
        notices.tell(assignee.map(List::of).orElse(leads));
    }

    /** It was given to somebody by somebody else. */
    void given(UUID member, Member by) {
        if (!member.equals(by.id)) {
            notices.tell(member);
        }
    }

    /** Another organisation gave it to them. */
    void referred(List<Member> members) {
        notices.tell(members.stream().map(member -> member.id).toList());
    }

    private static List<UUID> holders(UUID report, Predicate<Member> which) {
        Stream<Member> members =
                Grant.holders(report).stream().flatMap(holder -> Member.byId(holder).stream());
        return members.filter(which).map(member -> member.id).toList();
    }
}
