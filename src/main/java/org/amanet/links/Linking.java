package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Unnamed;
import org.jspecify.annotations.Nullable;

/**
 * Links between two reports: proposed by somebody who holds one, confirmed by somebody who holds
 * both, or by two people who hold one each.
 */
@ApplicationScoped
@Unnamed
class Linking {
    private final CurrentMember current;
    private final Access access;
    private final Knowing knowing;
    private final Trail trail;
    private final Clock clock;

    Linking(CurrentMember current, Access access, Knowing knowing, Trail trail, Clock clock) {
        this.current = current;
        this.access = access;
        this.knowing = knowing;
        this.trail = trail;
        this.clock = clock;
    }

    /** Proposes a link between two reports that whoever asks holds, and opens both for it. */
    @Transactional
    UUID propose(UUID report, UUID other, String text) {
        open(report);
        open(other);
        return proposed(report, other, text);
    }

    /** The same, where the caller has opened one side and was asked about the other. */
    UUID proposed(UUID report, UUID other, String text) {
        boolean sameDesk = knowing.desk(report).equals(knowing.desk(other));
        if (report.equals(other) || !sameDesk) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/other", "unknown"));
        }
        if (ReportLink.isThere(report, other)) {
            throw new Refusal(Problem.CONFLICT);
        }
        Member member = current.member();
        ReportLink link =
                ReportLink.proposed(
                        report, other, member.id, knowing.desk(report), clock.instant());
        if (!text.isEmpty()) {
            link.note = SealedText.seal(link.noteText(), text, readers(link));
        }
        link.persist();
        record(Act.LINK_PROPOSED, link);
        return link.id;
    }

    @Transactional
    void confirm(UUID id) {
        ReportLink link = mine(id, ReportLink.State.PROPOSED);
        Member member = current.member();
        boolean both = sides(link, member.id).size() == 2;
        boolean otherSide =
                !member.id.equals(link.proposer)
                        && sides(link, link.proposer).stream()
                                .anyMatch(
                                        theirs ->
                                                !theirs.equals(sides(link, member.id).getFirst()));
        if (!both && !otherSide) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
        decide(link, ReportLink.State.CONFIRMED, Act.LINK_CONFIRMED);
    }

    /** Whoever holds one side may say no, and so may whoever proposed it. */
    @Transactional
    void reject(UUID id) {
        decide(mine(id, ReportLink.State.PROPOSED), ReportLink.State.REJECTED, Act.LINK_REJECTED);
    }

    /** A link that was confirmed holds no more, and why. */
    @Transactional
    void undo(UUID id, String reason) {
        ReportLink link = mine(id, ReportLink.State.CONFIRMED);
        link.reason = SealedText.seal(link.reasonText(), reason, readers(link));
        decide(link, ReportLink.State.UNDONE, Act.LINK_UNDONE);
    }

    /** The links of an open report, as far as whoever looks may know of the other side. */
    @Transactional
    List<ReportLinkView> of(OpenedReport opened) {
        UUID me = current.member().id;
        return ReportLink.of(opened.id()).stream()
                .filter(link -> knowing.of(me, link.besides(opened.id())))
                .map(link -> view(link, opened.id(), me))
                .toList();
    }

    private ReportLinkView view(ReportLink link, UUID from, UUID me) {
        UUID other = link.besides(from);
        return new ReportLinkView(
                link.id,
                other,
                knowing.reference(other),
                knowing.holds(me, other),
                link.state,
                Knowing.alias(link.proposer),
                link.decider == null ? null : Knowing.alias(link.decider),
                link.hour,
                text(link.note, link.noteText()),
                text(link.reason, link.reasonText()),
                link.state == ReportLink.State.PROPOSED && mayConfirm(link, me));
    }

    private boolean mayConfirm(ReportLink link, UUID me) {
        return !me.equals(link.proposer) || sides(link, me).size() == 2;
    }

    private @Nullable String text(byte @Nullable [] sealed, SealedText.Spot spot) {
        return sealed == null ? null : SealedText.open(spot, sealed, current.vault()).orElse(null);
    }

    private List<Member> readers(ReportLink link) {
        return Knowing.and(knowing.ofBoth(link.one, link.other), current.member());
    }

    /** The reports of a link that somebody holds. */
    private List<UUID> sides(ReportLink link, UUID member) {
        return Stream.of(link.one, link.other)
                .filter(report -> knowing.holds(member, report))
                .toList();
    }

    /** A link of which whoever asks holds a side; they open what they hold of it. */
    private ReportLink mine(UUID id, ReportLink.State state) {
        Member member = current.member();
        ReportLink link =
                ReportLink.locked(id)
                        .filter(row -> Objects.equals(row.desk, member.desk))
                        .filter(row -> knowing.of(member.id, row.one))
                        .filter(row -> knowing.of(member.id, row.other))
                        .filter(row -> !sides(row, member.id).isEmpty())
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (link.state != state) {
            throw new Refusal(Problem.CONFLICT);
        }
        sides(link, member.id).forEach(this::open);
        return link;
    }

    private void open(UUID report) {
        access.open(report, current.member(), current.vault()).close();
    }

    private void decide(ReportLink link, ReportLink.State outcome, Act act) {
        link.decide(outcome, current.member().id, clock.instant());
        record(act, link);
    }

    private void record(Act act, ReportLink link) {
        Happening happening = Happening.of(act, current.member().actor()).touching(link.id);
        List<UUID> reports = knowing.loggable(link.one, link.other);
        reports.forEach(report -> trail.record(happening.about(report)));
        if (reports.isEmpty()) {
            trail.record(happening);
        }
    }
}
