package org.amanet.staff;

import java.util.UUID;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SigningKey;

/** A member's key, open for the length of one request; closing wipes it. */
public final class OpenedVault implements AutoCloseable {
    private final UUID member;
    private final Identity identity;

    OpenedVault(UUID member, Identity identity) {
        this.member = member;
        this.identity = identity;
    }

    /** Whose it is. */
    public UUID member() {
        return member;
    }

    /** The key that opens grants. */
    public Identity identity() {
        return identity;
    }

    SigningKey signingKey() {
        return identity.signingKey();
    }

    @Override
    public void close() {
        identity.close();
    }

    @Override
    public String toString() {
        return "OpenedVault of " + member;
    }
}
