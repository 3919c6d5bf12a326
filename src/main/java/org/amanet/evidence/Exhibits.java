package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.SealBroken;

/** The files of an open report. */
@ApplicationScoped
public class Exhibits {
    private final BlobStore blobs;

    Exhibits(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** All of them, oldest first; those that cannot be read are among them. */
    public List<Known> of(OpenedReport opened) {
        return opened.enclosed(Particulars.class).stream().map(Known::of).toList();
    }

    /**
     * What is known of one.
     *
     * @throws Refusal not found; or broken, when that cannot be read
     */
    Particulars readable(OpenedReport opened, UUID id) {
        Known found =
                of(opened).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (found.content() == null) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
        return found.content();
    }

    /**
     * The bytes of one, as they came. The report stays open until the stream is closed.
     *
     * @throws Refusal not found; or broken, when it cannot even be begun
     */
    @Transactional
    public ExhibitStream stream(OpenedReport opened, UUID id) {
        Particulars found = readable(opened, id);
        Exhibit row = Exhibit.byId(id).orElseThrow(() -> new Refusal(Problem.SEAL_BROKEN));
        try {
            ExhibitStream stream = new ExhibitStream(opened, found, row, Piece.blobsOf(id), blobs);
            stream.begin();
            return stream;
        } catch (SealBroken broken) {
            throw new Refusal(Problem.SEAL_BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException("a piece cannot be read", e);
        }
    }
}
