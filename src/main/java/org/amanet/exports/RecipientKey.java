package org.amanet.exports;

import java.util.Optional;
import org.amanet.sealing.Recipient;

/** A public key as people paste it: with spaces and line ends around it. */
final class RecipientKey {
    private RecipientKey() {}

    /** The key; none where it is not one. */
    static Optional<Recipient> read(String pasted) {
        try {
            return Optional.of(Recipient.parse(pasted.strip()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
