package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.RunningDigests;
import org.amanet.sealing.SealedPiece;

/** Takes pieces off the line. What comes in clear is sealed as it comes. */
@ApplicationScoped
class Arrivals {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;

    Arrivals(EvidenceConfig config) {
        this.folder =
                config.waitingRoom().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * A piece that has come.
     *
     * @param bytes how much came before the line ended
     * @param next the progress, once it is durable
     */
    record Arrived(Staged staged, long bytes, Progress next) {}

    /** Bytes in clear, at most so many. */
    Arrived clear(Progress progress, Line line, long want) {
        Staged staged = staged();
        byte[] buffer = new byte[BUFFER_BYTES];
        RunningDigests digests = RunningDigests.resume(progress.digests());
        Kind kind = progress.kind();
        long bytes = 0;
        try (OutputStream seal = sealing(progress, staged, progress.pieces())) {
            int step = (int) Math.min(BUFFER_BYTES, want);
            int count = line.readNBytes(buffer, 0, step);
            if (progress.pieces() == 0) {
                kind = Kind.of(Arrays.copyOf(buffer, Math.min(count, Kind.HEAD_BYTES)));
            }
            while (count > 0) {
                digests.update(buffer, 0, count);
                seal.write(buffer, 0, count);
                bytes += count;
                step = (int) Math.min(BUFFER_BYTES, want - bytes);
                count = line.readNBytes(buffer, 0, step);
            }
        } catch (IOException e) {
            throw lost(staged, new UncheckedIOException("a piece cannot wait", e));
        } catch (RuntimeException e) {
            throw lost(staged, e);
        } finally {
            Digests.wipe(buffer);
        }
        return new Arrived(staged, bytes, progress.further(digests.state(), kind));
    }

    /** A piece without content. */
    Staged empty(Progress progress, int number) {
        Staged staged = staged();
        try {
            sealing(progress, staged, number).close();
            return staged;
        } catch (IOException e) {
            throw lost(staged, new UncheckedIOException("a piece cannot wait", e));
        }
    }

    /**
     * A piece that the sender has sealed.
     *
     * @throws Refusal when it is no age file for one recipient
     */
    Arrived sealed(Progress progress, Line line) {
        Staged staged = staged();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (OutputStream out = staged.writer()) {
            int count = line.readNBytes(buffer, 0, BUFFER_BYTES);
            requireSealed(buffer, count);
            while (count > 0) {
                out.write(buffer, 0, count);
                bytes += count;
                int step = (int) Math.min(BUFFER_BYTES, progress.pieceBytes() - bytes);
                count = line.readNBytes(buffer, 0, step);
            }
        } catch (IOException e) {
            throw lost(staged, new UncheckedIOException("a piece cannot wait", e));
        } catch (RuntimeException e) {
            throw lost(staged, e);
        }
        return new Arrived(staged, bytes, progress.further());
    }

    private static void requireSealed(byte[] start, int count) {
        boolean whole = count >= SealedPiece.HEAD_BYTES;
        if (whole && !SealedPiece.isHeadForOne(start)) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("", "not-sealed"));
        }
    }

    private static OutputStream sealing(Progress progress, Staged staged, int number)
            throws IOException {
        Recipient to = Recipient.parse(Objects.requireNonNull(progress.recipient()));
        return SealedPiece.sealing(progress.place(number), staged.writer(), to, progress.room());
    }

    private Staged staged() {
        try {
            return Staged.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a piece cannot wait", e);
        }
    }

    private static RuntimeException lost(Staged staged, RuntimeException why) {
        try {
            staged.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return why;
    }
}
