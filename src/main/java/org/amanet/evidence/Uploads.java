package org.amanet.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealedShape;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has an upload's token does with it. "Not yours" and "does not exist" are one answer.
 */
@ApplicationScoped
class Uploads {
    private static final int PARTICULARS_MAX_BYTES = 16 * 1024;

    private final UploadMemory memory;
    private final Receiving receiving;
    private final Destruction destruction;

    Uploads(UploadMemory memory, Receiving receiving, Destruction destruction) {
        this.memory = memory;
        this.receiving = receiving;
        this.destruction = destruction;
    }

    /**
     * Where an upload is.
     *
     * @param until when it is given up, unless somebody goes on with it
     */
    record Standing(long offset, long length, @Nullable Instant until) {}

    Standing standing(String id, @Nullable String brought) {
        UploadToken token = UploadToken.of(brought);
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Exhibit row = row(id);
                            Progress progress = memory.open(token, row);
                            return new Standing(progress.offset(), progress.length(), row.until);
                        });
    }

    /**
     * Goes on with it.
     *
     * @param announced how much comes, where that was said
     * @return where it is then
     */
    long more(String id, @Nullable String brought, long offset, long announced, Line line) {
        Upload upload = find(id, brought);
        Progress progress = upload.progress();
        if (offset != progress.offset()) {
            throw new Refusal(Problem.CONFLICT, new Fault("/Upload-Offset", "not-here"));
        }
        if (announced > progress.length() - offset) {
            throw new Refusal(Problem.TOO_LARGE, new Fault("/Upload-Length", "too-large"));
        }
        long now = receiving.more(upload, line).progress().offset();
        if (now == offset && !progress.isWhole()) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("", "less-than-a-piece"));
        }
        return now;
    }

    /** All pieces with content have come sealed, and here is what was sealed about them. */
    void complete(String id, @Nullable String brought, CompletionResource.Completed completed) {
        Upload upload = find(id, brought);
        byte[] particulars = particulars(completed.particulars());
        String encoded = completed.recipient();
        receiving.complete(upload, particulars, encoded == null ? null : recipient(encoded));
    }

    private static byte[] particulars(String encoded) {
        byte[] particulars;
        try {
            particulars = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/particulars", "malformed"));
        }
        OptionalLong step = SealedShape.step(particulars);
        if (step.isEmpty() || step.getAsLong() > PARTICULARS_MAX_BYTES) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/particulars", "not-sealed"));
        }
        return particulars;
    }

    private static Recipient recipient(String encoded) {
        try {
            return Recipient.parse(encoded);
        } catch (IllegalArgumentException none) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/recipient", "malformed"));
        }
    }

    /** Nobody goes on with it: what has come is destroyed. */
    void cancel(String id, @Nullable String brought) {
        UploadToken token = UploadToken.of(brought);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            Exhibit row = row(id);
                            memory.open(token, row);
                            if (row.complete) {
                                throw new Refusal(Problem.CONFLICT);
                            }
                            destruction.destroy(row.id);
                        });
    }

    private Upload find(String id, @Nullable String brought) {
        UploadToken token = UploadToken.of(brought);
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Exhibit row = row(id);
                            Progress progress = memory.open(token, row);
                            byte[] state = row.state;
                            return new Upload(
                                    row.id, token, progress, state == null ? new byte[0] : state);
                        });
    }

    private static Exhibit row(String id) {
        try {
            return Exhibit.byId(UUID.fromString(id))
                    .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Problem.NOT_FOUND);
        }
    }
}
