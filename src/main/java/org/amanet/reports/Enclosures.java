package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.sealing.Recipient;

/**
 * What comes with a report after it was sent. Whoever adds it has shown before that they hold the
 * receipt; nothing is opened for it.
 */
@ApplicationScoped
public class Enclosures {
    private final Contents contents;
    private final Release release;
    private final Trail trail;
    private final Clock clock;

    Enclosures(Contents contents, Release release, Trail trail, Clock clock) {
        this.contents = contents;
        this.release = release;
        this.trail = trail;
        this.clock = clock;
    }

    /** Seals what is to be known of a file, in the place where {@link #add} puts it. */
    public byte[] seal(UUID report, UUID file, Object content, Recipient to) {
        return contents.seal(part(report, file), content, to).sealed;
    }

    /**
     * Whether anybody could ever read what is added: nobody does under a code that somebody made
     * up.
     */
    public boolean reachAnybody(UUID report) {
        return Report.byId(report).map(row -> !row.desk.equals(Decoy.DESK)).orElse(false);
    }

    /**
     * A file is there, with all its pieces, within the transaction that keeps the last of them.
     *
     * @param sealed what {@link #seal} gave, or what the reporter sealed in its place
     * @param bytes how much all files of the report take now
     * @throws org.amanet.problems.Refusal when the report was taken back meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public void add(UUID report, UUID file, byte[] sealed, long bytes) {
        Report.hasNews(report, clock.instant());
        Report.byId(report).ifPresent(row -> row.grow(bytes));
        Part part = part(report, file);
        part.sealed = sealed;
        part.persist();
        trail.record(
                Happening.of(Act.EXHIBIT_RECEIVED, Actor.reporter())
                        .about(report)
                        .sealing(part.id, part.version));
        release.of(report);
    }

    private Part part(UUID report, UUID file) {
        return Part.placed(report, file, 1, PartKind.EXHIBIT, clock.instant());
    }
}
