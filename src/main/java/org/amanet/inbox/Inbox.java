package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Addenda;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentWording;
import org.amanet.reports.Message;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Status;
import org.amanet.reports.Withdrawal;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.KdfBusy;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Receipt;
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
    private final Withdrawal withdrawal;
    private final Openings openings;
    private final Clock clock;

    Inbox(
            KeyDerivation derivation,
            Access access,
            Addenda addenda,
            Withdrawal withdrawal,
            Openings openings,
            Clock clock) {
        this.derivation = derivation;
        this.access = access;
        this.addenda = addenda;
        this.withdrawal = withdrawal;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * The inbox.
     *
     * @param status where the report stands, as far as the reporter is told
     * @param openings who opened what, and where it went; oldest first
     * @param consent every scope there is; what was never decided is a no
     */
    record View(
            Status status,
            List<Message> messages,
            List<Openings.Opening> openings,
            Map<Consent.Scope, Consent.Decision> consent) {
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
                addenda.consent(opened, consent(choices, language));
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

    private Consent consent(Map<Consent.Scope, Choice> choices, String language) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new Consent(
                Choice.decisions(choices), language, ConsentWording.hashIn(language), hour);
    }

    private View view(DerivedIdentity reporter) {
        try (OpenedReport opened = access.openWithReceipt(reporter)) {
            return new View(
                    told(opened.report().status),
                    opened.messages(),
                    openings.of(opened.id()),
                    whole(opened.consent().decisions()));
        }
    }

    /**
     * Whoever looks over the reporter's shoulder learns neither that a helper was named nor that
     * anybody doubts the report.
     */
    private static Status told(Status status) {
        return switch (status) {
            case RESTRICTED, WITHDRAWN -> Status.NEW;
            case QUARANTINED -> Status.ACKNOWLEDGED;
            default -> status;
        };
    }

    private static Map<Consent.Scope, Consent.Decision> whole(
            Map<Consent.Scope, Consent.Decision> decided) {
        Map<Consent.Scope, Consent.Decision> whole = new EnumMap<>(Consent.Scope.class);
        for (Consent.Scope scope : Consent.Scope.values()) {
            whole.put(scope, decided.getOrDefault(scope, Consent.Decision.NO));
        }
        return whole;
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
