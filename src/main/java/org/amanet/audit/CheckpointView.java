package org.amanet.audit;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.amanet.sealing.Digests;

/**
 * A signature over the log up to one entry.
 *
 * @param hash of that entry, hexadecimal
 * @param signature Ed25519, base64
 */
public record CheckpointView(long seq, String hash, Instant at, String signature) {

    static CheckpointView of(Checkpoint point) {
        return new CheckpointView(
                point.seq(),
                Digests.hex(point.hash()),
                point.at(),
                Base64.getEncoder().encodeToString(point.signature()));
    }

    Checkpoint checkpoint() {
        return new Checkpoint(
                seq, HexFormat.of().parseHex(hash), at, Base64.getDecoder().decode(signature));
    }
}
