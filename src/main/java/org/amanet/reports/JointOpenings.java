package org.amanet.reports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/** Asking for a second person, and being one: each in the log, and in front of the reporter. */
@ApplicationScoped
public class JointOpenings {
    private final Pairs pairs;
    private final TwoPeopleConfig config;
    private final Vouchings vouchings;
    private final Trail trail;
    private final Clock clock;

    JointOpenings(
            Pairs pairs, TwoPeopleConfig config, Vouchings vouchings, Trail trail, Clock clock) {
        this.pairs = pairs;
        this.config = config;
        this.vouchings = vouchings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody asks of a second person.
     *
     * @param lift whether it shall be opened by one alone again afterwards
     */
    public record Wish(boolean lift, String reason) {
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /**
     * A request as a holder of the report sees it.
     *
     * @param reason none where it was sealed before this member came
     * @param mine whether this member asked
     * @param second who agreed
     * @param until when the request is forgotten; once somebody agreed, when it ends
     */
    public record JointRequest(
            UUID id,
            UUID report,
            String reference,
            String asker,
            boolean lift,
            Instant askedHour,
            @Nullable String reason,
            boolean mine,
            @Nullable String second,
            Instant until) {
        /** Whether this member could agree. */
        public boolean waitsForMe() {
            return !mine && second == null;
        }

        @Override
        public String toString() {
            return "JointRequest " + id;
        }
    }

    /**
     * What is known of such a report before it is opened.
     *
     * @throws Refusal not found, where it is not this member's or one person is enough
     */
    @Transactional
    public String reference(UUID report, Member by) {
        return asked(report, by).reference;
    }

    /**
     * Asks the other holders. What the same person asked before and nobody agreed to is forgotten.
     *
     * @throws Refusal not found, where it is not this member's or one person is enough; forbidden,
     *     where somebody else than a lead wants to change that
     */
    @Transactional
    public UUID ask(UUID report, Member by, Wish wish) {
        Report row = asked(report, by);
        if (wish.lift() && by.role != Role.LEAD) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        JointOpening.forgetAsked(report, by.id);
        Instant now = clock.instant();
        JointOpening opening = new JointOpening();
        opening.id = UUID.randomUUID();
        opening.report = row.id;
        opening.asker = by.id;
        opening.purpose = wish.lift() ? JointOpening.Purpose.LIFT : JointOpening.Purpose.READ;
        opening.askedHour = now.truncatedTo(ChronoUnit.HOURS);
        opening.reason =
                SealedPart.seal(
                        JointOpening.place(report, opening.id),
                        wish.reason().getBytes(StandardCharsets.UTF_8),
                        recipients(report));
        opening.until = now.plus(config.asked());
        opening.persist();
        trail.record(
                Happening.of(Act.SECOND_ASKED, by.actor())
                        .about(report)
                        .saying(opening.purpose.name()));
        return opening.id;
    }

    private Report asked(UUID report, Member by) {
        vouchings.require(by);
        if (!holds(report, by)) {
            trail.recordRefusal(Happening.of(Act.OPENING_REFUSED, by.actor()).about(report));
            throw new Refusal(Problem.NOT_FOUND);
        }
        return Report.byId(report)
                .filter(row -> row.twoPeople)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private List<Recipient> recipients(UUID report) {
        return Grant.holders(report).stream()
                .flatMap(id -> Member.byId(id).stream())
                .filter(vouchings::hold)
                .map(Member::sealTo)
                .toList();
    }

    /** All that is asked or was agreed to, of reports that this member holds. */
    @Transactional
    public List<JointRequest> all(Member me, OpenedVault vault) {
        vouchings.require(me);
        return JointOpening.concerning(me.id, clock.instant()).stream()
                .map(opening -> request(opening, me, vault))
                .toList();
    }

    private static JointRequest request(JointOpening opening, Member me, OpenedVault vault) {
        UUID second = opening.second;
        return new JointRequest(
                opening.id,
                opening.report,
                Report.byId(opening.report).orElseThrow().reference,
                alias(opening.asker),
                opening.purpose == JointOpening.Purpose.LIFT,
                opening.askedHour,
                reason(opening, vault),
                opening.asker.equals(me.id),
                second == null ? null : alias(second),
                opening.until);
    }

    private static String alias(UUID member) {
        return Member.byId(member).map(one -> one.alias).orElse("");
    }

    private static @Nullable String reason(JointOpening opening, OpenedVault vault) {
        try {
            byte[] words =
                    SealedPart.open(
                            JointOpening.place(opening.report, opening.id),
                            opening.reason,
                            vault.identity());
            return new String(words, StandardCharsets.UTF_8);
        } catch (SealBroken notForThem) {
            return null;
        }
    }

    /**
     * Agrees: takes the outer seal off with one's own key. What is kept then opens with the asker's
     * key alone, for some hours.
     *
     * @throws Refusal not found, where it is none of this member's; self approval; conflict, where
     *     somebody was quicker
     */
    @Transactional
    public void give(UUID id, Member by, OpenedVault vault) {
        vouchings.require(by);
        JointOpening opening = waiting(id, by);
        vouchings.require(Member.byId(opening.asker).orElseThrow());
        try {
            UUID report = opening.report;
            UUID asker = opening.asker;
            opening.account = pairs.unwrapped(report, Compartment.ACCOUNT, asker, vault);
            opening.relatives = pairs.unwrapped(report, Compartment.RELATIVES, asker, vault);
        } catch (SealBroken broken) {
            trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, by.actor()).about(opening.report));
            throw new Refusal(Problem.SEAL_BROKEN);
        }
        opening.second = by.id;
        opening.until = clock.instant().plus(config.open());
        trail.record(
                Happening.of(Act.SECOND_GIVEN, by.actor())
                        .about(opening.report)
                        .touching(opening.asker)
                        .saying(opening.purpose.name()));
    }

    private JointOpening waiting(UUID id, Member by) {
        JointOpening opening =
                JointOpening.locked(id, clock.instant())
                        .filter(one -> holds(one.report, by))
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (opening.asker.equals(by.id)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
        if (opening.second != null) {
            throw new Refusal(Problem.CONFLICT);
        }
        return opening;
    }

    private static boolean holds(UUID report, Member member) {
        return Grant.held(report, Compartment.ACCOUNT, member.id).isPresent();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        JointOpening.forgetOver(clock.instant());
    }
}
