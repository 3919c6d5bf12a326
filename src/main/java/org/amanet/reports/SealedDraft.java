package org.amanet.reports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report about to be filed, sealed already: by us on arrival, or by whoever sent it. Nothing of
 * what is inside can be known here.
 *
 * @param lookup SHA-256 of the receipt's lookup id
 * @param receivedHour now, cut to the hour
 * @param relatives what lies under the lock of its own, where there is anything
 * @param locks the keys of both compartments, for everybody who holds them
 */
public record SealedDraft(
        UUID id,
        byte[] lookup,
        String reference,
        Instant receivedHour,
        String language,
        String desk,
        @Nullable String country,
        Band band,
        Status status,
        Piece account,
        Piece triage,
        Piece consent,
        @Nullable Piece relatives,
        List<Lock> locks) {

    /** A part and the id that it carries inside the seal. */
    public record Piece(UUID id, byte[] sealed) {
        @Override
        public String toString() {
            return "Piece " + id;
        }
    }

    /** Both keys for one holder: a member, or whom {@link Grant} has a fixed id for. */
    public record Lock(UUID holder, byte[] account, byte[] relatives) {
        @Override
        public String toString() {
            return "Lock for " + holder;
        }
    }

    @Override
    public String toString() {
        return "SealedDraft " + id;
    }
}
