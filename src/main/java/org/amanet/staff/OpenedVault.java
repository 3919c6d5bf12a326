package org.amanet.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
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

    /** Seals what is the member's own business to themselves, bound to its id and kind. */
    public byte[] seal(UUID id, String kind, byte[] content) {
        return SealedPart.seal(place(id, kind), content, List.of(identity.recipient()));
    }

    /** What was sealed so; nothing where it is another's, was moved, or is of a key of before. */
    public Optional<byte[]> open(UUID id, String kind, byte[] sealed) {
        try {
            return Optional.of(SealedPart.open(place(id, kind), sealed, identity));
        } catch (SealBroken broken) {
            return Optional.empty();
        }
    }

    private Place place(UUID id, String kind) {
        return new Place(member, id, kind, "", 1);
    }

    /** Signs a statement that colleagues check before they believe it. */
    public byte[] sign(String statement) {
        try (SigningKey key = signingKey()) {
            return key.sign(statement.getBytes(StandardCharsets.UTF_8));
        }
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
