package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Recipient;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * What is added to an open report. Nothing in it is ever changed: a new consent is a new version, a
 * correction a new message.
 */
@ApplicationScoped
public class Addenda {
    private final Contents contents;
    private final Targets targets;
    private final Release release;
    private final Summons summons;
    private final Partners partners;
    private final Trail trail;
    private final Clock clock;
    private final Event<ConsentChanged> changed;

    Addenda(
            Contents contents,
            Targets targets,
            Release release,
            Summons summons,
            Partners partners,
            Trail trail,
            Clock clock,
            Event<ConsentChanged> changed) {
        this.contents = contents;
        this.targets = targets;
        this.release = release;
        this.summons = summons;
        this.partners = partners;
        this.trail = trail;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * A message from the desk to the reporter, and the row as it is then.
     *
     * @throws Refusal when the reporter did not agree to be answered
     */
    @Transactional
    public Report message(OpenedReport opened, Member from, String text) {
        if (opened.consent().granted(Consent.Scope.C1).isEmpty()) {
            throw new Refusal(Problem.CONSENT_MISSING);
        }
        Report row = Report.touched(opened.id(), clock.instant());
        Message message = new Message(Message.Author.DESK, from.alias, hour(), text);
        add(opened, PartKind.MESSAGE, message, Act.MESSAGE_SENT, from.actor());
        Instant now = clock.instant();
        row.acted(targets.review(row.desk, row.band, now), opened.nextDeadline(now));
        return row;
    }

    /**
     * A message from the reporter to the desk, in whatever state the report is.
     *
     * @param once a random word of the reporter's page: with the same one, the message is the same
     *     and is not added again
     */
    @Transactional
    public void reply(OpenedReport opened, String text, @Nullable String once) {
        Message message = new Message(Message.Author.REPORTER, null, hour(), text);
        UUID id = once == null ? UUID.randomUUID() : Part.idFor(opened.id(), once);
        if (Part.exists(id)) {
            return;
        }
        Report.hasNews(opened.id(), clock.instant());
        Part part = Part.placed(opened.id(), id, 1, PartKind.MESSAGE, clock.instant());
        keep(opened, part, message, Happening.of(Act.REPLY_RECEIVED, Actor.reporter()));
        release.of(opened.id());
        summons.news(opened.id());
    }

    /**
     * An answer from the reporter to a question that was left open, or news. What it makes more
     * urgent moves up at once; a person may move it down again.
     *
     * @param once as for a reply
     */
    @Transactional
    public void answer(OpenedReport opened, Answer answer, @Nullable String once) {
        UUID id = once == null ? UUID.randomUUID() : Part.idFor(opened.id(), once);
        if (Part.exists(id)) {
            return;
        }
        Report.hasNews(opened.id(), clock.instant());
        Part part = Part.placed(opened.id(), id, 1, PartKind.ANSWER, clock.instant());
        keep(opened, part, answer, Happening.of(Act.REPLY_RECEIVED, Actor.reporter()));
        raise(opened, answer);
        release.of(opened.id());
        summons.news(opened.id());
    }

    /**
     * The same, of family in the country of origin: the words go under the second lock, and an
     * answer without them says that there are some.
     *
     * @param lock of {@link Access#relativesLock}
     */
    @Transactional
    public void relatives(
            OpenedReport opened, Recipient lock, Answer answer, @Nullable String once) {
        if (once != null && Part.exists(Part.idFor(opened.id(), once))) {
            return;
        }
        answer(opened, answer.withoutWords(), once);
        Part part =
                Part.placed(
                        opened.id(),
                        UUID.randomUUID(),
                        1,
                        PartKind.RELATIVES_LATER,
                        clock.instant());
        keep(
                opened,
                contents.seal(part, Objects.requireNonNull(answer.words()), lock),
                Happening.of(Act.REPLY_RECEIVED, Actor.reporter()));
    }

    /** There is never more time than there was, and a band never gets better by what is added. */
    private void raise(OpenedReport opened, Answer answer) {
        Triage brought = BandRules.brought(opened.account(), opened.answers(), answer);
        boolean news = answer.question().isNews();
        if (brought.rules().isEmpty() && !news) {
            return;
        }
        Report row = opened.report();
        Band before = row.band;
        Band worse = brought.band().compareTo(before) < 0 ? brought.band() : before;
        Status status = row.status;
        Status next = news && status == Status.CLOSED ? Status.NEW : status;
        List<Answer> all = new ArrayList<>(opened.answers());
        all.add(answer);
        Report.moved(row, worse, next, soonest(row, brought.band(), all));
        if (worse != before) {
            changed(opened, Act.BAND_CHANGED, before + " to " + worse);
        }
        if (next != status) {
            changed(opened, Act.STATUS_CHANGED, status + " to " + next);
        }
    }

    private Instant soonest(Report row, Band brought, List<Answer> all) {
        Instant now = clock.instant();
        return Stream.concat(
                        Stream.of(row.dueAt, targets.first(row.desk, brought, now)),
                        Deadlines.next(all, now).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void changed(OpenedReport opened, Act act, String codes) {
        trail.record(Happening.of(act, Actor.reporter()).about(opened.id()).saying(codes));
    }

    /** A note by staff for staff, and the row as it is then. */
    @Transactional
    public Report note(OpenedReport opened, Member from, Note.About about, String text) {
        Report row = Report.touched(opened.id(), clock.instant());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Note note = new Note(from.alias, now, text, about);
        add(opened, PartKind.NOTE, note, Act.NOTE_ADDED, from.actor());
        return row;
    }

    /** A copy of something in it from which something was taken away; the original stays. */
    @Transactional
    public void redaction(OpenedReport opened, Member from, UUID id, Object content) {
        Report.touched(opened.id(), clock.instant());
        Part part = Part.placed(opened.id(), id, 1, PartKind.REDACTION, clock.instant());
        keep(opened, part, content, Happening.of(Act.REDACTION_MADE, from.actor()));
    }

    /**
     * The reporter's new decisions; the earlier ones stay as evidence of what was allowed when.
     * Saying the same again changes nothing.
     */
    @Transactional
    public void consent(OpenedReport opened, Consent consent) {
        if (consent.saysTheSameAs(opened.consent())) {
            return;
        }
        Report.hasNews(opened.id(), clock.instant());
        Part before = opened.only(PartKind.CONSENT);
        Part next =
                Part.placed(
                        opened.id(),
                        before.id,
                        before.version + 1,
                        PartKind.CONSENT,
                        clock.instant());
        Consent whole = consent.after(opened.consent());
        keep(opened, next, whole, Happening.of(Act.CONSENT_CHANGED, Actor.reporter()));
        partners.narrow(opened.report(), whole);
        changed.fire(new ConsentChanged(opened.id()));
    }

    private void add(OpenedReport opened, PartKind kind, Object content, Act act, Actor by) {
        Part part = Part.placed(opened.id(), UUID.randomUUID(), 1, kind, clock.instant());
        keep(opened, part, content, Happening.of(act, by));
    }

    private void keep(OpenedReport opened, Part part, Object content, Happening happening) {
        keep(opened, contents.seal(part, content, opened.key().recipient()), happening);
    }

    private void keep(OpenedReport opened, Part sealed, Happening happening) {
        if (opened.isDecoy()) {
            throw new IllegalStateException("nothing is added to what nobody keeps");
        }
        sealed.persist();
        trail.record(happening.about(opened.id()).sealing(sealed.id, sealed.version));
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
