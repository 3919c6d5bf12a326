package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/**
 * What the holder of a receipt sees and does. A receipt that nobody holds sees and does the same,
 * and nothing comes of it.
 */
@ApplicationScoped
class Inbox {
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
     * @param status where the report stands, for plain words
     * @param openings who opened what, and where it went; oldest first
     */
    public record View(
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
        try (DerivedIdentity reporter = derive(receipt, lane);
                OpenedReport opened = access.openWithReceipt(reporter)) {
            return new View(
                    opened.report().status,
                    opened.messages(),
                    openings.of(opened.id()),
                    opened.consent().decisions());
        }
    }

    /** Adds a message for the desk. */
    public void reply(String receipt, String text, String lane) {
        with(receipt, lane, opened -> addenda.reply(opened, text));
    }

    /**
     * Replaces what the reporter allows; keeping the report itself (C0) ends by withdrawal, not
     * here.
     */
    public void consent(
            String receipt, Map<Consent.Scope, Choice> choices, String language, String lane) {
        Choice keep = choices.get(Consent.Scope.C0);
        if (keep == null || !keep.granted()) {
            throw new Refusal(Problem.CONSENT_MISSING);
        }
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Consent consent =
                new Consent(
                        Choice.decisions(choices), language, ConsentWording.hashIn(language), hour);
        with(receipt, lane, opened -> addenda.consent(opened, consent));
    }

    /** Takes the report back, at once and for good. */
    public void withdraw(String receipt, String lane) {
        with(receipt, lane, withdrawal::withdraw);
    }

    private void with(String receipt, String lane, Consumer<OpenedReport> act) {
        try (DerivedIdentity reporter = derive(receipt, lane);
                OpenedReport opened = access.openWithReceipt(reporter)) {
            act.accept(opened);
        }
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
