package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Selector;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Unnamed;

/**
 * Somebody asks those who hold the other reports about a match, without learning which reports
 * these are; one of them answers with a link or not at all.
 */
@ApplicationScoped
@Unnamed
class Asking {
    /** So many reports with the same string are a pattern, and nothing to ask about one by one. */
    private static final int REPORTS_MAX = 20;

    private static final int LIST_MAX = 100;

    private final CurrentMember current;
    private final Access access;
    private final IndexKeys keys;
    private final Tokens tokens;
    private final Knowing knowing;
    private final Linking linking;
    private final Trail trail;
    private final Clock clock;

    Asking(
            CurrentMember current,
            Access access,
            IndexKeys keys,
            Tokens tokens,
            Knowing knowing,
            Linking linking,
            Trail trail,
            Clock clock) {
        this.current = current;
        this.access = access;
        this.keys = keys;
        this.tokens = tokens;
        this.knowing = knowing;
        this.linking = linking;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks about one selector of a report that whoever asks holds. */
    @Transactional
    void ask(UUID report, UUID selector, String text) {
        Member member = current.member();
        try (OpenedReport opened = access.open(report, member, current.vault());
                DeskIndex index =
                        keys.open(member, current.vault())
                                .orElseThrow(() -> new Refusal(Problem.CONFLICT))) {
            Selector content =
                    opened.selectors().stream()
                            .filter(kept -> kept.id().equals(selector))
                            .map(Selector.Kept::content)
                            .findFirst()
                            .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
            tokens.reports(index, member, report, content, REPORTS_MAX)
                    .forEach(about -> ask(opened, about, text));
        }
    }

    /** Only those are asked who may know of the report that is asked for. */
    private void ask(OpenedReport opened, UUID about, String text) {
        Member member = current.member();
        List<Member> people =
                knowing.holdersWhoKnow(about, opened.id()).stream()
                        .filter(holder -> !holder.id.equals(member.id))
                        .toList();
        if (people.isEmpty() || LinkQuestion.isOpen(opened.id(), about, member.id)) {
            return;
        }
        LinkQuestion question =
                LinkQuestion.of(
                        opened.id(), about, member.id, opened.report().desk, clock.instant());
        question.sealed = SealedText.seal(question.text(), text, Knowing.and(people, member));
        question.persist();
        record(Act.LINK_ASKED, question);
    }

    /** The questions to and from whoever looks. */
    @Transactional
    Questions look() {
        Member member = current.member();
        return new Questions(
                LinkQuestion.to(member.id, LIST_MAX).stream()
                        .filter(question -> knowing.of(member.id, question.report))
                        .map(this::view)
                        .toList(),
                LinkQuestion.from(member.id, LIST_MAX).stream().map(this::view).toList());
    }

    private LinkQuestionView view(LinkQuestion question) {
        UUID me = current.member().id;
        boolean held = knowing.holds(me, question.about);
        boolean mayKnow = held || question.state == LinkQuestion.State.PROPOSED;
        return new LinkQuestionView(
                question.id,
                question.report,
                knowing.reference(question.report),
                held ? question.about : null,
                mayKnow ? knowing.reference(question.about) : null,
                Knowing.alias(question.asker),
                question.hour,
                question.state,
                SealedText.open(question.text(), question.sealed, current.vault()).orElse(null),
                question.answer == null
                        ? null
                        : SealedText.open(question.answerText(), question.answer, current.vault())
                                .orElse(null));
    }

    /** Answers a question: with a link that the other side may confirm, or without. */
    @Transactional
    void answer(UUID id, boolean propose, String text) {
        Member member = current.member();
        LinkQuestion question =
                LinkQuestion.byId(id)
                        .filter(row -> Objects.equals(row.desk, member.desk))
                        .filter(row -> !row.asker.equals(member.id))
                        .filter(row -> knowing.holds(member.id, row.about))
                        .filter(row -> knowing.of(member.id, row.report))
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        access.open(question.about, member, current.vault()).close();
        List<Member> people =
                knowing.holdersWhoKnow(question.about, question.report).stream().toList();
        Member asker = Member.byId(question.asker).orElseThrow();
        byte[] sealed = SealedText.seal(question.answerText(), text, Knowing.and(people, asker));
        LinkQuestion.State outcome =
                propose ? LinkQuestion.State.PROPOSED : LinkQuestion.State.DECLINED;
        if (!question.answered(outcome, member.id, sealed)) {
            throw new Refusal(Problem.CONFLICT);
        }
        if (propose) {
            linking.proposed(question.about, question.report, text);
        } else {
            record(Act.LINK_DECLINED, question);
        }
    }

    private void record(Act act, LinkQuestion question) {
        Happening happening = Happening.of(act, current.member().actor()).touching(question.id);
        List<UUID> reports = knowing.loggable(question.report, question.about);
        reports.forEach(report -> trail.record(happening.about(report)));
        if (reports.isEmpty()) {
            trail.record(happening);
        }
    }
}
