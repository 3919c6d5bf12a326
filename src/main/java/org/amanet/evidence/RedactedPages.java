package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Addenda;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPiece;
import org.amanet.staff.Member;

/** Keeps blacked-out copies as files are kept: every page a sealed piece in its place. */
@ApplicationScoped
class RedactedPages {
    private static final int SMALLEST_ROOM = 64 * 1024;
    private static final int STEP = 4;

    private final BlobStore blobs;
    private final Addenda addenda;
    private final Path waitingRoom;
    private final int redactionsMax;

    RedactedPages(BlobStore blobs, Addenda addenda, EvidenceConfig config) {
        this.blobs = blobs;
        this.addenda = addenda;
        this.waitingRoom =
                config.waitingRoom().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        this.redactionsMax = config.rendition().redactionsMax();
    }

    /** All of it in one transaction. */
    @Transactional
    UUID keep(OpenedReport opened, Member by, Redaction redaction, List<Rendition> copies) {
        if (opened.redactions(Redaction.class).size() >= redactionsMax) {
            throw new Refusal(Problem.TOO_LARGE);
        }
        UUID id = UUID.randomUUID();
        addenda.redaction(opened, by, id, redaction);
        if (!copies.isEmpty()) {
            long longest = copies.stream().mapToLong(Rendition::size).max().orElseThrow();
            int room = room(longest);
            Exhibit.redaction(id, opened.id(), new Layout(room, copies.size())).persist();
            for (int number = 0; number < copies.size(); number++) {
                keep(opened, id, number, room, copies.get(number));
            }
        }
        return id;
    }

    /** A step that tells little of how much is in it. */
    private static int room(long bytes) {
        int room = SMALLEST_ROOM;
        while (room < bytes) {
            room = Math.multiplyExact(room, STEP);
        }
        return room;
    }

    private void keep(OpenedReport opened, UUID id, int number, int room, Rendition copy) {
        UUID blob = UUID.randomUUID();
        try (Staged sealed = Staged.in(waitingRoom);
                InputStream in = copy.reader()) {
            var place = Progress.place(opened.id(), id, number);
            try (OutputStream out =
                    SealedPiece.sealing(place, sealed.writer(), opened.recipient(), room)) {
                in.transferTo(out);
            }
            blobs.put(blob, sealed);
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be sealed", e);
        }
        Piece.of(id, number, blob).persist();
    }

    InputStream open(OpenedReport opened, UUID id, int number) throws IOException {
        List<UUID> lie = Piece.blobsOf(id);
        if (number >= lie.size()) {
            throw new SealBroken();
        }
        try {
            return opened.open(
                    Progress.place(opened.id(), id, number), blobs.open(lie.get(number)));
        } catch (BlobStore.MissingBlob missing) {
            throw new SealBroken();
        }
    }
}
