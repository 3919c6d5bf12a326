package org.amanet.alarms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Pace;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Warning;

/** What a lead was told, and what they do about it. Of what others were told nothing is known. */
@ApplicationScoped
class Alarms {
    static final int TEXT_MAX_CHARACTERS = 2_000;
    private static final int SHOWN_MOST = 500;

    private final CurrentMember current;
    private final Telling telling;
    private final Leads leads;
    private final Pace pace;
    private final Trail trail;
    private final Clock clock;

    Alarms(
            CurrentMember current,
            Telling telling,
            Leads leads,
            Pace pace,
            Trail trail,
            Clock clock) {
        this.current = current;
        this.telling = telling;
        this.leads = leads;
        this.pace = pace;
        this.trail = trail;
        this.clock = clock;
    }

    /** All that this lead was told, what waits first, then the latest. */
    @Transactional
    List<AlarmView> all() {
        return told(true);
    }

    /** The trip-wires that this lead knows of, the latest first. */
    @Transactional
    List<AlarmView> planted() {
        return told(false).stream().filter(one -> one.kind() == AlarmKind.PLANTED_HERE).toList();
    }

    private List<AlarmView> told(boolean alarms) {
        OpenedVault vault = current.vault();
        return Warning.of(current.member().id, SHOWN_MOST).stream()
                .flatMap(notice -> view(notice, vault).stream())
                .filter(one -> alarms ? one.kind() != AlarmKind.PLANTED_HERE : true)
                .sorted(
                        Comparator.comparing(AlarmView::waiting)
                                .thenComparing(AlarmView::at)
                                .reversed())
                .toList();
    }

    private Optional<AlarmView> view(Warning notice, OpenedVault vault) {
        return telling.read(notice, vault)
                .map(
                        alarm ->
                                AlarmView.of(
                                        notice.id,
                                        notice.waiting,
                                        alarm,
                                        telling.answer(notice, vault).orElse(null)));
    }

    /** Says that somebody has looked, and what came of it, to all who were told. */
    @Transactional
    void answer(UUID id, String text) {
        held(id);
        settle(id, text);
    }

    private Alarm held(UUID id) {
        OpenedVault vault = current.vault();
        return Warning.held(id, current.member().id)
                .flatMap(notice -> telling.read(notice, vault))
                .filter(Alarm::isAlarm)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private void settle(UUID id, String text) {
        if (!Warning.settle(id)) {
            throw new Refusal(Problem.CONFLICT);
        }
        Member me = current.member();
        byte[] words = telling.written(new AlarmAnswer(me.alias, now(), text.strip()));
        for (UUID holder : Warning.holders(id)) {
            Member.byId(holder).ifPresent(one -> Warning.answer(id, one, words));
        }
        trail.record(Happening.of(Act.ALARM_ANSWERED, me.actor()).touching(id));
    }

    /**
     * Lets whoever was stopped read on. The reason is sealed for everybody who was told.
     *
     * @throws Refusal where it is no such alarm
     */
    @Transactional
    void release(UUID id, String reason) {
        Alarm alarm = held(id);
        UUID member = alarm.member();
        if (alarm.kind() != AlarmKind.READ_STOPPED || member == null) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION);
        }
        settle(id, reason);
        pace.release(member, current.member().actor());
        Alarm released = Alarm.of(AlarmKind.READ_RELEASED, now(), member, "").saying(reason);
        String desk = Member.byId(member).map(one -> one.desk).orElse(null);
        telling.tell(UUID.randomUUID(), released, leads.of(desk, member));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
