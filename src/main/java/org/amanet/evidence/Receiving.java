package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Enclosures;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/** Takes in what comes, piece by piece; each is durable before the next begins. */
@ApplicationScoped
class Receiving {
    private final Arrivals arrivals;
    private final Landing landing;
    private final Enclosures enclosures;
    private final Allowance allowance;

    Receiving(Arrivals arrivals, Landing landing, Enclosures enclosures, Allowance allowance) {
        this.arrivals = arrivals;
        this.landing = landing;
        this.enclosures = enclosures;
        this.allowance = allowance;
    }

    /** Goes on until the file is whole or the line ends; what is less than a piece is let go. */
    Upload more(Upload upload, Line line) {
        Upload now = upload;
        boolean further = true;
        while (further && !now.progress().isWhole()) {
            Optional<Upload> next =
                    now.progress().isSealed() ? sealedPiece(now, line) : clearPiece(now, line);
            further = next.isPresent();
            now = next.orElse(now);
        }
        return now;
    }

    /**
     * A file whose length nobody knows before it has ended.
     *
     * @throws Refusal when it is too long
     */
    void all(Upload upload, PushbackInputStream stream) throws IOException {
        Line line = new Line(stream);
        Upload now = upload;
        long size = 0;
        boolean over = false;
        while (!over) {
            Arrivals.Arrived arrived = arrivals.clear(now.progress(), line, Layout.PIECE_BYTES);
            try (Staged staged = arrived.staged()) {
                size += arrived.bytes();
                over = arrived.bytes() < Layout.PIECE_BYTES || isOver(stream);
                allowance.requireFileOf(size);
                now =
                        over
                                ? whole(now, staged, arrived.next().ended(size))
                                : landing.piece(now, staged, arrived.next());
            }
        }
    }

    private static boolean isOver(PushbackInputStream stream) throws IOException {
        int next = stream.read();
        if (next >= 0) {
            stream.unread(next);
        }
        return next < 0;
    }

    /**
     * What the sender sealed about a file whose pieces have all come.
     *
     * @param to for whom the empty pieces are sealed here that the sender has left out
     */
    void complete(Upload upload, byte[] particulars, @Nullable Recipient to) {
        Progress progress = upload.progress();
        boolean whole = progress.isWhole() || (to != null && progress.pieces() > 0);
        if (!progress.isSealed() || !whole) {
            throw new Refusal(Problem.CONFLICT, new Fault("/particulars", "pieces-missing"));
        }
        if (to != null) {
            pad(upload, progress.paddedFor(to), progress.layout());
        }
        landing.completion(upload, particulars);
    }

    private Optional<Upload> clearPiece(Upload upload, Line line) {
        Progress progress = upload.progress();
        long want = Math.min(progress.room(), progress.length() - progress.offset());
        Arrivals.Arrived arrived = arrivals.clear(progress, line, want);
        try (Staged staged = arrived.staged()) {
            if (arrived.bytes() < want) {
                return Optional.empty();
            }
            Progress next = arrived.next();
            return Optional.of(
                    next.isWhole()
                            ? whole(upload, staged, next)
                            : landing.piece(upload, staged, next));
        } catch (IOException e) {
            throw new UncheckedIOException("a piece cannot be closed", e);
        }
    }

    private Optional<Upload> sealedPiece(Upload upload, Line line) {
        Arrivals.Arrived arrived = arrivals.sealed(upload.progress(), line);
        try (Staged staged = arrived.staged()) {
            return arrived.bytes() < upload.progress().pieceBytes()
                    ? Optional.empty()
                    : Optional.of(landing.piece(upload, staged, arrived.next()));
        } catch (IOException e) {
            throw new UncheckedIOException("a piece cannot be closed", e);
        }
    }

    /** The padding goes first: once the last piece is there, so is the file. */
    private Upload whole(Upload upload, Staged last, Progress whole) {
        pad(upload, whole, Layout.of(whole.length()));
        Recipient to = Recipient.parse(Objects.requireNonNull(whole.recipient()));
        byte[] particulars = enclosures.seal(whole.report(), upload.id(), whole.particulars(), to);
        return landing.last(upload, last, whole, particulars);
    }

    private void pad(Upload upload, Progress content, Layout layout) {
        for (int number = content.pieces(); number < layout.pieces(); number++) {
            try (Staged empty = arrivals.empty(content, number)) {
                landing.padding(upload, empty, number);
            } catch (IOException e) {
                throw new UncheckedIOException("a piece cannot be closed", e);
            }
        }
    }
}
