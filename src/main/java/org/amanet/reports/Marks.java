package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KeyedTag;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.SharedKey;

/**
 * Marks the text of a case for whoever looks at it, and says of a copy that turned up elsewhere for
 * whom it was. What leaves with an export, or is answered to a program, carries none.
 */
@ApplicationScoped
public class Marks {
    /** More than any account has. */
    public static final int TEXT_MAX_CHARACTERS = 20_000;

    private static final int SHOWN = 5;

    private final KeyedTag tag;
    private final CurrentMember current;
    private final Chain chain;
    private final Trail trail;
    private final Clock clock;

    Marks(SharedKey shared, CurrentMember current, Chain chain, Trail trail, Clock clock) {
        this.current = current;
        this.chain = chain;
        this.trail = trail;
        this.clock = clock;
        try (Identity key = shared.of("amanet marks v1")) {
            this.tag = new KeyedTag(key);
        }
    }

    /** Who looked on which day (UTC). */
    private record Look(UUID member, LocalDate day) {
        static Look of(Entry entry) {
            UUID member = entry.happening().actor().id();
            return new Look(
                    member == null ? new UUID(0, 0) : member,
                    LocalDate.ofInstant(entry.at(), ZoneOffset.UTC));
        }
    }

    /** For whoever looks at this report today. */
    public Mark of(Member viewer, UUID report) {
        return mark(
                report, new Look(viewer.id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private Mark mark(UUID report, Look look) {
        return new Mark(tag, look.member(), report, look.day());
    }

    /**
     * Compares a copy with the marks of everybody who ever opened this report. The log says that a
     * lead did so, and not of which report: whoever holds it could see that.
     *
     * @throws Refusal not found, where this lead does not hold the report
     */
    @Transactional
    public MarkComparison compare(UUID report, String text) {
        Member me = current.member();
        if (!Grant.holders(report).contains(me.id)) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        trail.record(Happening.of(Act.MARKS_COMPARED, me.actor()));
        List<Mark.Gap> gaps = Mark.gaps(text);
        List<Look> looks =
                chain.about(report).stream()
                        .filter(entry -> isLook(entry.happening()))
                        .map(Look::of)
                        .distinct()
                        .toList();
        List<MarkComparison.Likeness> likest =
                looks.stream()
                        .map(look -> likeness(report, look, gaps, looks.size()))
                        .sorted(
                                Comparator.comparingInt(MarkComparison.Likeness::matching)
                                        .reversed())
                        .limit(SHOWN)
                        .toList();
        return new MarkComparison(Mark.isIn(text), gaps.size(), looks.size(), likest);
    }

    private static boolean isLook(Happening what) {
        return what.act() == Act.REPORT_OPENED || what.act() == Act.RELATIVES_OPENED;
    }

    private MarkComparison.Likeness likeness(
            UUID report, Look look, List<Mark.Gap> gaps, int looks) {
        int matching = mark(report, look).matching(gaps);
        return new MarkComparison.Likeness(
                Member.byId(look.member()).map(member -> member.alias).orElse(""),
                look.day(),
                matching,
                MarkComparison.sureness(matching, gaps.size(), looks));
    }
}
