package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.staff.Member;

/**
 * What is added to an open report. Nothing in it is ever changed: a new consent is a new version, a
 * correction a new message.
 */
@ApplicationScoped
public class Addenda {
    private final Contents contents;
    private final Trail trail;
    private final Clock clock;
    private final Event<ConsentChanged> changed;

    Addenda(Contents contents, Trail trail, Clock clock, Event<ConsentChanged> changed) {
        this.contents = contents;
        this.trail = trail;
        this.clock = clock;
        this.changed = changed;
    }

    /** A message from the desk to the reporter. */
    @Transactional
    public void message(OpenedReport opened, Member from, String text) {
        Message message = new Message(Message.Author.DESK, from.alias, hour(), text);
        add(opened, PartKind.MESSAGE, message, Act.MESSAGE_SENT, from.actor());
        touched(opened, false);
    }

    /** A message from the reporter to the desk. */
    @Transactional
    public void reply(OpenedReport opened, String text) {
        Message message = new Message(Message.Author.REPORTER, null, hour(), text);
        add(opened, PartKind.MESSAGE, message, Act.REPLY_RECEIVED, Actor.reporter());
        touched(opened, true);
    }

    /** A note by staff for staff. */
    @Transactional
    public void note(OpenedReport opened, Member from, String text) {
        Note note = new Note(from.alias, clock.instant().truncatedTo(ChronoUnit.SECONDS), text);
        add(opened, PartKind.NOTE, note, Act.NOTE_ADDED, from.actor());
        touched(opened, false);
    }

    /** The reporter's new decisions; the earlier ones stay as evidence of what was allowed when. */
    @Transactional
    public void consent(OpenedReport opened, Consent consent) {
        Part before = opened.only(PartKind.CONSENT);
        Part next =
                Part.placed(
                        opened.id(),
                        before.id,
                        before.version + 1,
                        PartKind.CONSENT,
                        clock.instant());
        keep(opened, next, consent, Happening.of(Act.CONSENT_CHANGED, Actor.reporter()));
        touched(opened, true);
        changed.fire(new ConsentChanged(opened.id()));
    }

    private void add(OpenedReport opened, PartKind kind, Object content, Act act, Actor by) {
        Part part = Part.placed(opened.id(), UUID.randomUUID(), 1, kind, clock.instant());
        keep(opened, part, content, Happening.of(act, by));
    }

    private void keep(OpenedReport opened, Part part, Object content, Happening happening) {
        contents.seal(part, content, opened.key().recipient());
        if (opened.isDecoy()) {
            // Nothing is kept, yet the same work is done and the log takes as long.
            trail.record(happening);
            return;
        }
        part.persist();
        trail.record(happening.about(opened.id()).sealing(part.id, part.version));
    }

    private void touched(OpenedReport opened, boolean news) {
        Report row = opened.isDecoy() ? null : Report.byId(opened.id()).orElse(null);
        if (row != null && news) {
            row.hasNews(clock.instant());
        } else if (row != null) {
            row.touch(clock.instant());
        }
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
