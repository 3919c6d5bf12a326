package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.amanet.reports.ReportWithdrawn;

/** Destroys files with all their pieces, within the transaction that decides it. */
@ApplicationScoped
class Destruction {
    private final BlobStore blobs;

    Destruction(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** The keys are gone already; what they opened goes too. */
    void withdrawn(@Observes ReportWithdrawn event) {
        Exhibit.of(event.report()).forEach(exhibit -> destroy(exhibit.id));
    }

    /** Whoever is at work on a piece of it is waited for. */
    void destroy(UUID exhibit) {
        Exhibit.locked(exhibit)
                .ifPresent(
                        row -> {
                            blobs.destroy(Piece.removeAll(row.id));
                            row.delete();
                        });
    }
}
