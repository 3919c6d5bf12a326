package org.amanet.reports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.KdfBusy;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Receipt;
import org.amanet.staff.Desk;
import org.amanet.staff.Unnamed;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * Files a report that nobody sent, as one that somebody did: the same rows, the same line in the
 * log, a receipt that is thrown away. Its reporter allows an answer and nothing else, so that it
 * never leaves.
 */
@ApplicationScoped
public class Planting {
    private static final String LANE = "planting";

    private final Filing filing;
    private final Planted planted;
    private final Vouchings vouchings;
    private final KeyDerivation derivation;
    private final Clock clock;

    Planting(
            Filing filing,
            Planted planted,
            Vouchings vouchings,
            KeyDerivation derivation,
            Clock clock) {
        this.filing = filing;
        this.planted = planted;
        this.vouchings = vouchings;
        this.derivation = derivation;
        this.clock = clock;
    }

    /** What it tells, as a form would have asked for it. */
    public record Bait(
            String language,
            String danger,
            String account,
            @Nullable String relatives,
            @Nullable String country) {
        @Override
        public String toString() {
            return "Bait";
        }
    }

    /** What it will be known by; nothing is filed yet. */
    public record Name(UUID id, String reference) {}

    /** A name for one more. */
    public Name name() {
        return new Name(planted.newId(), Randomness.reference());
    }

    /**
     * Files it under this name.
     *
     * @throws Refusal when we are too busy just now, or nobody could read it
     */
    @Unnamed
    public void file(Name name, Bait bait, Desk desk) {
        try (Receipt receipt = Receipt.generate();
                DerivedIdentity nobody = derivation.ofReceipt(receipt, LANE)) {
            // No connection is kept while others wait for Argon2id.
            QuarkusTransaction.requiringNew()
                    .run(() -> filing.file(name.id(), draft(name, bait, desk), nobody));
        } catch (KdfBusy busy) {
            throw new Refusal(Problem.BUSY, busy.retryAfter());
        }
    }

    private Draft draft(Name name, Bait bait, Desk desk) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Account account = account(bait);
        Choice yes = new Choice(true, null, null, null, null);
        return new Draft(
                name.reference(),
                hour,
                account,
                bait.relatives(),
                BandRules.triage(account),
                Consent.of(
                        Map.of(Consent.Scope.C0, yes, Consent.Scope.C1, yes),
                        bait.language(),
                        hour),
                desk.slug(),
                Optional.ofNullable(bait.country()).filter(desk.countries()::contains).orElse(null),
                Status.NEW,
                vouchings.holdersOf(desk));
    }

    private static Account account(Bait bait) {
        return new Account(
                bait.language(),
                bait.danger(),
                bait.account(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                bait.country(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                null,
                null);
    }
}
