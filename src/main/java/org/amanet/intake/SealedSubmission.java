package org.amanet.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Filing;
import org.amanet.reports.Grant;
import org.amanet.reports.Report;
import org.amanet.reports.SealedDraft;
import org.amanet.reports.Status;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.SealedShape;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a report that was sealed where it was written. What can be seen from outside is held to
 * what we would have made ourselves; nothing is believed because somebody says it.
 */
@ApplicationScoped
class SealedSubmission {
    private static final long KIB = 1024;

    /** What a key, padded, is always inside its seal. */
    private static final long LOCK_BYTES = KIB;

    /** The longest account is far below; so is everything else below the smaller one. */
    private static final long ACCOUNT_MAX_BYTES = KIB * KIB;

    private static final long PART_MAX_BYTES = 64 * KIB;

    /** Those who hold every report beside the desk. */
    private static final Set<UUID> ALWAYS = Set.of(Grant.REPORTER, Grant.RECOVERY);

    private final Desks desks;
    private final Vouchings vouchings;
    private final Filing filing;
    private final Echoes echoes;
    private final Clock clock;

    SealedSubmission(Desks desks, Vouchings vouchings, Filing filing, Echoes echoes, Clock clock) {
        this.desks = desks;
        this.vouchings = vouchings;
        this.filing = filing;
        this.echoes = echoes;
        this.clock = clock;
    }

    /** The answer to a sealed report; the receipt stayed where it was made. */
    record Accepted(String reference, Instant receivedHour) {}

    /** What becomes of keys for somebody who is no longer at the desk. */
    enum Strangers {
        /** The sender can ask who is there and seal again. */
        REFUSED,
        /** A letter was written some time ago, and cannot be written again. */
        LEFT_OUT
    }

    /**
     * Takes the report in, once: the same one again gets the same answer.
     *
     * @throws Refusal when something in it is not as it has to be, or nobody could read it
     */
    Accepted submit(SealedReport report, Strangers strangers) {
        requireShapes(report);
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Report filed = filing.fileOnce(draft(report, strangers));
                            return new Accepted(filed.reference, filed.receivedHour);
                        });
    }

    private SealedDraft draft(SealedReport report, Strangers strangers) {
        return new SealedDraft(
                report.id(),
                Digests.sha256(report.lookup()),
                Randomness.reference(),
                clock.instant().truncatedTo(ChronoUnit.HOURS),
                offered(report.language()),
                report.desk(),
                report.country(),
                report.band(),
                status(report),
                piece(report.account()),
                piece(report.triage()),
                piece(report.consent()),
                report.relatives() == null ? null : piece(report.relatives()),
                locks(report, strangers));
    }

    /** The same bytes under many names are a script's. */
    private Status status(SealedReport report) {
        if (echoes.floods(report.account().sealed())) {
            return Status.QUARANTINED;
        }
        return report.restricted() ? Status.RESTRICTED : Status.NEW;
    }

    private static SealedDraft.Piece piece(SealedReport.Sealed part) {
        return new SealedDraft.Piece(part.id(), part.sealed());
    }

    private List<SealedDraft.Lock> locks(SealedReport report, Strangers strangers) {
        Set<UUID> people = people(report);
        Set<UUID> named = new HashSet<>();
        for (SealedReport.Lock lock : report.locks()) {
            boolean known = ALWAYS.contains(lock.holder()) || people.contains(lock.holder());
            boolean twice = !named.add(lock.holder());
            if (twice || (!known && strangers == Strangers.REFUSED)) {
                throw refused("/locks", twice ? "repeated" : "unknown");
            }
        }
        if (!named.containsAll(ALWAYS)) {
            throw refused("/locks", "required");
        }
        named.retainAll(people);
        if (Collections.disjoint(named, receivers(report, people, strangers))) {
            throw new Refusal(Problem.NOBODY_COULD_READ);
        }
        named.addAll(ALWAYS);
        return report.locks().stream()
                .filter(lock -> named.contains(lock.holder()))
                .map(lock -> new SealedDraft.Lock(lock.holder(), lock.account(), lock.relatives()))
                .toList();
    }

    /** Who at this desk may be given it. */
    private Set<UUID> people(SealedReport report) {
        Desk desk = desks.named(report.desk()).orElseThrow(() -> refused("/desk", "unknown"));
        Set<UUID> people = new HashSet<>();
        for (Member member : vouchings.peopleOf(desk)) {
            if (!report.restricted() || member.role == Role.LEAD) {
                people.add(member.id);
            }
        }
        return people;
    }

    /**
     * Of whom one at least has to be given it: those whom {@link Routing} gives it to, leaving out
     * whom the sender did. A letter may be older than whose duty it is now.
     */
    private Set<UUID> receivers(SealedReport report, Set<UUID> people, Strangers strangers) {
        if (strangers == Strangers.LEFT_OUT) {
            return people;
        }
        Desk desk = desks.named(report.desk()).orElseThrow(() -> refused("/desk", "unknown"));
        Set<UUID> receivers = new HashSet<>();
        vouchings.holdersOf(desk).forEach(member -> receivers.add(member.id));
        receivers.retainAll(people);
        return receivers;
    }

    private static void requireShapes(SealedReport report) {
        require("/account", report.account(), ACCOUNT_MAX_BYTES);
        require("/triage", report.triage(), PART_MAX_BYTES);
        require("/consent", report.consent(), PART_MAX_BYTES);
        require("/relatives", report.relatives(), PART_MAX_BYTES);
        Set<UUID> ids = new HashSet<>();
        for (SealedReport.@Nullable Sealed part :
                new SealedReport.@Nullable Sealed[] {
                    report.account(), report.triage(), report.consent(), report.relatives()
                }) {
            if (part != null && !ids.add(part.id())) {
                throw refused("/account/id", "repeated");
            }
        }
        for (SealedReport.Lock lock : report.locks()) {
            boolean fits =
                    SealedShape.step(lock.account()).orElse(0) == LOCK_BYTES
                            && SealedShape.step(lock.relatives()).orElse(0) == LOCK_BYTES;
            if (!fits) {
                throw refused("/locks", "not-sealed");
            }
        }
    }

    private static void require(String pointer, SealedReport.@Nullable Sealed part, long atMost) {
        if (part == null) {
            return;
        }
        long step =
                SealedShape.step(part.sealed()).orElseThrow(() -> refused(pointer, "not-sealed"));
        if (step > atMost) {
            throw refused(pointer, "too-long");
        }
    }

    /** It stands in clear: only a word of ours, never one that somebody made up. */
    private static String offered(String tag) {
        return Language.of(tag)
                .map(Language::tag)
                .orElseThrow(() -> refused("/language", "unknown"));
    }

    private static Refusal refused(String pointer, String reason) {
        return new Refusal(Problem.INVALID_REQUEST, new Fault(pointer, reason));
    }
}
