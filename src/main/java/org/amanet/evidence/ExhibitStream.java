package org.amanet.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.RunningDigests;
import org.amanet.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way out, piece by piece. Its last bytes leave only when the whole is what was sent:
 * whoever receives less than was announced knows that something is wrong.
 */
public final class ExhibitStream implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OpenedReport opened;
    private final Particulars particulars;
    private final UUID id;
    private final int room;
    private final List<UUID> pieces;
    private final BlobStore blobs;
    private final RunningDigests digests = RunningDigests.begin();
    private @Nullable InputStream first;

    ExhibitStream(
            OpenedReport opened,
            Particulars particulars,
            Exhibit row,
            List<UUID> pieces,
            BlobStore blobs) {
        this.opened = opened;
        this.particulars = particulars;
        this.id = row.id;
        this.room = row.room;
        this.pieces = pieces;
        this.blobs = blobs;
    }

    /** What is known of it. */
    public Particulars particulars() {
        return particulars;
    }

    /** Opens the first piece, before anything is promised to whoever wants the file. */
    void begin() throws IOException {
        if (Math.ceilDiv(particulars.size(), (long) room) > pieces.size()) {
            throw new SealBroken();
        }
        first = piece(0);
    }

    /**
     * All of it.
     *
     * @throws Refusal when something in it is not what was sent; the end was held back then
     */
    public void copyTo(OutputStream out) throws IOException {
        try {
            copy(out);
        } catch (SealBroken broken) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    private void copy(OutputStream out) throws IOException {
        byte[] held = new byte[BUFFER_BYTES];
        byte[] next = new byte[BUFFER_BYTES];
        int holding = 0;
        long left = particulars.size();
        for (int number = 0; left > 0; number++) {
            long end = left - Math.min(left, room);
            try (InputStream in = number == 0 && first != null ? first : piece(number)) {
                int count = in.readNBytes(next, 0, BUFFER_BYTES);
                while (count > 0) {
                    out.write(held, 0, holding);
                    digests.update(next, 0, count);
                    left -= count;
                    byte[] swap = held;
                    held = next;
                    next = swap;
                    holding = count;
                    count = left < end ? 0 : in.readNBytes(next, 0, BUFFER_BYTES);
                }
            }
            require(left == end);
        }
        require(digests.sha256().equals(particulars.sha256()));
        require(digests.sha512().equals(particulars.sha512()));
        out.write(held, 0, holding);
    }

    private InputStream piece(int number) throws IOException {
        try {
            InputStream sealed = blobs.open(pieces.get(number));
            return opened.open(Progress.place(opened.id(), id, number), sealed);
        } catch (BlobStore.MissingBlob missing) {
            throw new SealBroken();
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new SealBroken();
        }
    }

    @Override
    public void close() {
        opened.close();
    }

    @Override
    public String toString() {
        return "ExhibitStream " + id;
    }
}
