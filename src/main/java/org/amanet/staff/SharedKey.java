package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;

/**
 * Keys that all servers of a deployment have, one for each purpose, from the one that they share.
 */
@ApplicationScoped
public class SharedKey {
    private final StaffConfig config;

    SharedKey(StaffConfig config) {
        this.config = config;
    }

    /** The key for this purpose; the same on every server. */
    public Identity of(String purpose) {
        try (Identity shared = shared()) {
            byte[] secret = shared.encodedBytes();
            try {
                return Identity.derived(secret, purpose);
            } finally {
                Digests.wipe(secret);
            }
        }
    }

    Identity shared() {
        try {
            return Identity.parse(Files.readString(config.tokenKey()).strip());
        } catch (IOException e) {
            throw new IllegalStateException("the file of amanet.staff.token-key cannot be read", e);
        }
    }
}
