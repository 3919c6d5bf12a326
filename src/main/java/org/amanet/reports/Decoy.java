package org.amanet.reports;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * The report that opens for a receipt nobody holds: ordinary, empty, a row among the others, read
 * by the same queries, so that looking at it takes the same time and has the same shape. Nothing is
 * ever written into it: whoever does gets one of their own first.
 */
@ApplicationScoped
class Decoy {
    /** Its place among the reports, the same for all servers. */
    static final UUID ID = new UUID(0, 3);

    /** No desk at all: nobody ever gets to see it. */
    static final String DESK = "";

    private final KeyDerivation derivation;
    private final Contents contents;
    private final Clock clock;

    Decoy(KeyDerivation derivation, Contents contents, Clock clock) {
        this.derivation = derivation;
        this.contents = contents;
        this.clock = clock;
    }

    @Transactional
    void stand(@Observes StartupEvent start) {
        make();
    }

    /** Who opens it: everybody. */
    Identity holder() {
        return derivation.nobody();
    }

    /** The row, made where it is missing. */
    Report make() {
        Report.lockLookup(new byte[Long.BYTES]);
        return Report.byId(ID)
                .orElseGet(
                        () -> {
                            try (Identity holder = holder()) {
                                return keep(ID, null, holder.recipient());
                            }
                        });
    }

    /**
     * Makes one that lasts, for whoever brings this receipt and nobody else. It belongs to no desk.
     */
    void keepFor(Recipient reporter, byte[] lookup) {
        Report.lockLookup(lookup);
        if (Report.lockedByLookup(lookup).isEmpty()) {
            keep(UUID.randomUUID(), lookup, reporter);
        }
    }

    private Report keep(UUID id, byte @Nullable [] lookup, Recipient holder) {
        Report row = row(id);
        row.lookup = lookup;
        row.persist();
        try (Identity key = Identity.generate();
                Identity relatives = Identity.generate()) {
            Grant.seal(id, Compartment.ACCOUNT, Grant.REPORTER, key, holder).persist();
            Grant.seal(id, Compartment.RELATIVES, Grant.REPORTER, relatives, holder).persist();
            parts(id, key, clock.instant()).forEach(part -> part.persist());
        }
        return row;
    }

    private List<Part> parts(UUID report, Identity key, Instant now) {
        return List.of(
                part(report, PartKind.ACCOUNT, account(), key, now),
                part(report, PartKind.TRIAGE, new Triage(Band.P3, List.of()), key, now),
                part(report, PartKind.CONSENT, consent(now), key, now));
    }

    private Part part(UUID report, PartKind kind, Object content, Identity key, Instant now) {
        Part part = Part.placed(report, UUID.randomUUID(), 1, kind, now);
        return contents.seal(part, content, key.recipient());
    }

    private static Account account() {
        return Account.saying("en", ".".repeat(500));
    }

    private static Consent consent(Instant now) {
        Choice yes = new Choice(true, null, null, null, null);
        // As the form is sent when nobody changes a tick: anything else would give the decoy away.
        return Consent.of(
                Map.of(Consent.Scope.C0, yes, Consent.Scope.C1, yes),
                "en",
                now.truncatedTo(ChronoUnit.HOURS));
    }

    private Report row(UUID id) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Report row = new Report();
        row.id = id;
        row.reference = Randomness.reference();
        row.receivedHour = hour;
        row.touchedHour = hour;
        row.language = "en";
        row.desk = DESK;
        row.band = Band.P3;
        row.status = Status.NEW;
        row.sizeClass = SizeClass.S;
        row.dueAt = hour;
        row.remember(KdfParameters.RECEIPT);
        return row;
    }
}
