package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.amanet.audit.Notary;
import org.amanet.evidence.Exhibits;
import org.amanet.evidence.Known;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Addenda;
import org.amanet.reports.Answer;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.Exclusions;
import org.amanet.reports.Message;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Question;
import org.amanet.reports.Status;
import org.amanet.reports.Withdrawal;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.KdfBusy;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Receipt;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a receipt sees and does. A receipt that nobody holds sees and does the same;
 * what is written under it stays there for whoever brings it again, and reaches nobody.
 */
@ApplicationScoped
class Inbox {
    /** The longest message that a reporter sends at once. */
    static final int TEXT_MAX_CHARACTERS = 5_000;

    private final KeyDerivation derivation;
    private final Access access;
    private final Addenda addenda;
    private final Exclusions exclusions;
    private final Withdrawal withdrawal;
    private final Openings openings;
    private final Exhibits exhibits;
    private final Notary notary;
    private final Clock clock;

    Inbox(
            KeyDerivation derivation,
            Access access,
            Addenda addenda,
            Exclusions exclusions,
            Withdrawal withdrawal,
            Openings openings,
            Exhibits exhibits,
            Notary notary,
            Clock clock) {
        this.derivation = derivation;
        this.access = access;
        this.addenda = addenda;
        this.exclusions = exclusions;
        this.withdrawal = withdrawal;
        this.openings = openings;
        this.exhibits = exhibits;
        this.notary = notary;
        this.clock = clock;
    }

    /**
     * The inbox.
     *
     * @param status where the report stands, as far as the reporter is told
     * @param openings who opened what, and where it went; oldest first
     * @param handOvers to whom it was to be given and what came of it, oldest first
     * @param answers what was answered later, oldest first
     * @param open what was never answered, in the order of asking
     * @param consent every scope there is; what was never decided is a no
     * @param files that came, oldest first
     */
    record View(
            Status status,
            List<Message> messages,
            List<Openings.Opening> openings,
            List<HandOver> handOvers,
            Map<Consent.Scope, Choice> consent,
            List<Answer> answers,
            List<Question> open,
            List<Known> files) {
        @Override
        public String toString() {
            return "View";
        }
    }

    /** Everything under this receipt. */
    @Transactional
    public View read(String receipt, String lane) {
        try (DerivedIdentity reporter = derive(receipt, lane)) {
            return view(reporter);
        }
    }

    /**
     * Adds a message for the desk.
     *
     * @param once a random word; sent again with the same one, the message is not added again
     */
    @Transactional
    public View reply(String receipt, String text, @Nullable String once, String lane) {
        try (DerivedIdentity reporter = derive(receipt, lane)) {
            try (OpenedReport opened = access.openToAdd(reporter)) {
                addenda.reply(opened, text, once);
            }
            return view(reporter);
        }
    }

    /**
     * Adds an answer to a question that was left open, or news. What is said of family goes under
     * the second lock; whoever must not see the report loses their key with it.
     *
     * @param once as for a message
     */
    @Transactional
    public View answer(String receipt, NewAnswer answer, @Nullable String once, String lane) {
        try (DerivedIdentity reporter = derive(receipt, lane)) {
            try (OpenedReport opened = access.openToAdd(reporter)) {
                switch (answer.question()) {
                    case RELATIVES -> {
                        Recipient lock = access.relativesLock(opened, reporter);
                        addenda.relatives(opened, lock, answer.at(hour()), once);
                    }
                    case EXCLUSIONS ->
                            exclusions.leaveOut(opened, answer.exclude(), answer.at(hour()), once);
                    default -> addenda.answer(opened, answer.at(hour()), once);
                }
            }
            return view(reporter);
        }
    }

    /**
     * Replaces what the reporter allows; keeping the report itself (C0) ends by withdrawal, not
     * here.
     */
    @Transactional
    public View consent(
            String receipt, Map<Consent.Scope, Choice> choices, String language, String lane) {
        Choice keep = choices.get(Consent.Scope.C0);
        if (keep == null || !keep.granted()) {
            throw new Refusal(Problem.CONSENT_MISSING);
        }
        try (DerivedIdentity reporter = derive(receipt, lane)) {
            try (OpenedReport opened = access.openToAdd(reporter)) {
                addenda.consent(opened, Consent.of(choices, language, hour()));
            }
            return view(reporter);
        }
    }

    /** Takes the report back, at once and for good. */
    @Transactional
    public void withdraw(String receipt, String lane) {
        try (DerivedIdentity reporter = derive(receipt, lane);
                OpenedReport opened = access.openToWithdraw(reporter)) {
            withdrawal.withdraw(opened);
        }
    }

    /**
     * A signed proof that the report is here: the hour in which it came, and a digest of what is
     * sealed. It tells nothing of the report, its reference or its reporter.
     */
    @Transactional
    public Notary.Attestation acknowledge(String receipt, String lane) {
        try (DerivedIdentity reporter = derive(receipt, lane);
                OpenedReport opened = access.openToAdd(reporter)) {
            return notary.attest(
                    "amanet acknowledgement v1",
                    List.of(
                            "received " + opened.report().receivedHour,
                            "sealed-sha256 " + opened.accountDigest()));
        }
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private View view(DerivedIdentity reporter) {
        try (OpenedReport opened = access.openWithReceipt(reporter)) {
            Openings.Told log = openings.of(opened.id());
            return new View(
                    told(opened.report().status, !log.openings().isEmpty()),
                    opened.messages(),
                    log.openings(),
                    log.handOvers(),
                    opened.consent().choices(),
                    opened.answers(),
                    Question.open(opened),
                    exhibits.of(opened));
        }
    }

    /**
     * Whoever looks over the reporter's shoulder learns neither that a helper was named nor that
     * anybody doubts the report.
     */
    private static Status told(Status status, boolean seen) {
        return switch (status) {
            case RESTRICTED, WITHDRAWN -> Status.NEW;
            case QUARANTINED -> seen ? Status.ACKNOWLEDGED : Status.NEW;
            default -> status;
        };
    }

    private DerivedIdentity derive(String typed, String lane) {
        try (Receipt receipt =
                Receipt.parse(typed).orElseThrow(() -> new Refusal(Problem.RECEIPT_MALFORMED))) {
            return derivation.ofReceipt(receipt, lane);
        } catch (KdfBusy busy) {
            throw new Refusal(Problem.BUSY, busy.retryAfter());
        }
    }
}
