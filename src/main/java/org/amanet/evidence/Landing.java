package org.amanet.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Enclosures;
import org.jspecify.annotations.Nullable;

/**
 * Makes pieces durable, each in a transaction of its own: the bytes, the row and how far the upload
 * is, or none of it. Of two who go on from the same place one is told so.
 */
@ApplicationScoped
class Landing {
    private final BlobStore blobs;
    private final UploadMemory memory;
    private final Allowance allowance;
    private final Enclosures enclosures;
    private final Duration unfinished;
    private final Semaphore gates;
    private final Clock clock;

    Landing(
            BlobStore blobs,
            UploadMemory memory,
            Allowance allowance,
            Enclosures enclosures,
            EvidenceConfig config,
            Clock clock) {
        this.blobs = blobs;
        this.memory = memory;
        this.allowance = allowance;
        this.enclosures = enclosures;
        this.unfinished = config.unfinished();
        this.gates = new Semaphore(config.landingsAtOnce(), true);
        this.clock = clock;
    }

    /**
     * What was begun with the sender's own token and is not whole yet, within the transaction that
     * found out whose it is. A file that is whole gives its token up, so that it can come again.
     */
    Optional<Upload> begun(UUID report, @Nullable UploadToken own) {
        Exhibit row = own == null ? null : Exhibit.byToken(own.hash()).orElse(null);
        if (own == null || row == null) {
            return Optional.empty();
        }
        if (!row.report.equals(report)) {
            throw new Refusal(Problem.CONFLICT);
        }
        byte[] state = row.state;
        if (row.complete || state == null) {
            row.forgetToken();
            Exhibit.flush();
            return Optional.empty();
        }
        return Optional.of(new Upload(row.id, own, memory.open(own, row), state));
    }

    /** Room for a file is kept, within the transaction that found out whose it is. */
    Upload begin(Progress progress, Layout layout, UploadToken token) {
        allowance.requireRoom(progress.report(), layout);
        byte[] state = memory.seal(token, progress);
        Exhibit row = Exhibit.begun(progress.exhibit(), progress.report(), layout);
        row.remember(token.hash(), state, giveUp());
        row.persist();
        return new Upload(row.id, token, progress, state);
    }

    /** One piece further. */
    Upload piece(Upload upload, Staged piece, Progress next) {
        byte[] state = memory.seal(upload.token(), next);
        return landed(
                () -> {
                    Exhibit row = mine(upload);
                    Layout layout = Layout.of(next.pieces() * (long) next.room());
                    if (layout.bytes() > row.stored) {
                        row.grow(layout);
                        allowance.requireKept(row.report);
                    }
                    keep(row, next.pieces() - 1, piece);
                    row.remember(upload.token().hash(), state, giveUp());
                    return new Upload(upload.id(), upload.token(), next, state);
                });
    }

    /** A piece without content, beyond the last. */
    void padding(Upload upload, Staged empty, int number) {
        landed(
                () -> {
                    Exhibit row = mine(upload);
                    if (!Piece.exists(row.id, number)) {
                        keep(row, number, empty);
                    }
                    return upload;
                });
    }

    /** The last piece, and with it the whole file. */
    Upload last(Upload upload, Staged piece, Progress whole, byte[] particulars) {
        byte[] state = memory.seal(upload.token(), whole.done());
        return landed(
                () -> {
                    // The report's row comes first, as it does for whoever withdraws it.
                    enclose(whole.report(), upload.id(), particulars);
                    Exhibit row = mine(upload);
                    row.grow(Layout.of(Math.max(row.stored, whole.length())));
                    allowance.requireKept(row.report);
                    keep(row, whole.pieces() - 1, piece);
                    row.complete();
                    row.remember(upload.token().hash(), state, giveUp());
                    return new Upload(upload.id(), upload.token(), whole.done(), state);
                });
    }

    /** What the sender sealed about the file, and with it the whole file. */
    void completion(Upload upload, byte[] particulars) {
        landed(
                () -> {
                    enclose(upload.progress().report(), upload.id(), particulars);
                    mine(upload).complete();
                    return upload;
                });
    }

    private void enclose(UUID report, UUID exhibit, byte[] particulars) {
        enclosures.add(report, exhibit, particulars, Exhibit.storedOf(report));
    }

    /** What nobody can ever read takes no room: made-up codes would fill the disk. */
    private void keep(Exhibit row, int number, Staged piece) {
        UUID blob = UUID.randomUUID();
        if (enclosures.reachAnybody(row.report)) {
            blobs.put(blob, piece);
        }
        Piece.of(row.id, number, blob).persist();
    }

    /** The row, where nobody went on meanwhile. */
    private static Exhibit mine(Upload upload) {
        Exhibit row = Exhibit.locked(upload.id()).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (row.complete || !Arrays.equals(row.state, upload.state())) {
            throw new Refusal(Problem.CONFLICT);
        }
        return row;
    }

    private Upload landed(Supplier<Upload> landing) {
        gates.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().call(landing::get);
        } finally {
            gates.release();
        }
    }

    /** Cut to the hour, so that it does not tell when somebody was here. */
    private Instant giveUp() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(unfinished);
    }
}
