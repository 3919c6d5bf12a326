package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Recipient;

/**
 * The report that opens for a receipt nobody holds: ordinary, empty, in memory only until somebody
 * writes into it. Made of the same parts by the same code as a real one, so that looking at it
 * takes the same time and has the same shape.
 */
@ApplicationScoped
class Decoy {
    private final UUID id = UUID.randomUUID();
    private final Identity holder = Identity.generate();
    private final Contents contents;
    private final Clock clock;
    private final Grant grant;
    private final List<Part> parts;

    Decoy(Contents contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
        Instant now = clock.instant();
        try (Identity key = Identity.generate()) {
            this.grant =
                    Grant.seal(id, Compartment.ACCOUNT, Grant.REPORTER, key, holder.recipient());
            this.parts = parts(id, key, now);
        }
    }

    /** An id that no report has. */
    UUID id() {
        return id;
    }

    OpenedReport open() {
        return new OpenedReport(row(), grant.open(holder), parts, contents);
    }

    /**
     * Makes one that lasts, for whoever brings this receipt and nobody else. It belongs to no desk.
     */
    void keepFor(DerivedIdentity reporter, byte[] lookup) {
        Report.lockLookup(lookup);
        if (Report.lockedByLookup(lookup).isPresent()) {
            return;
        }
        Report row = row();
        row.id = UUID.randomUUID();
        row.reference = Randomness.reference();
        row.lookup = lookup;
        row.persist();
        try (Identity key = Identity.generate()) {
            Recipient to = reporter.identity().recipient();
            Grant.seal(row.id, Compartment.ACCOUNT, Grant.REPORTER, key, to).persist();
            parts(row.id, key, clock.instant()).forEach(part -> part.persist());
        }
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
        return new Account(
                "en",
                "UNSURE",
                ".".repeat(500),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                false,
                null);
    }

    private static Consent consent(Instant now) {
        Consent.Decision yes = new Consent.Decision(true, null, null, null);
        // As the form is sent when nobody changes a tick: anything else would give the decoy away.
        return new Consent(
                Map.of(Consent.Scope.C0, yes, Consent.Scope.C1, yes),
                "en",
                "",
                now.truncatedTo(ChronoUnit.HOURS));
    }

    private Report row() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Report row = new Report();
        row.id = id;
        row.reference = "";
        row.receivedHour = hour;
        row.touchedHour = hour;
        row.language = "en";
        row.desk = "";
        row.band = Band.P3;
        row.status = Status.NEW;
        row.sizeClass = SizeClass.S;
        row.dueAt = hour;
        row.remember(KdfParameters.RECEIPT);
        return row;
    }
}
