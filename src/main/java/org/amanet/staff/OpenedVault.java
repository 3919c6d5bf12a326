package org.amanet.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
import org.amanet.sealing.SigningKey;
import org.jspecify.annotations.Nullable;

/** A member's key, open for the length of one request; closing wipes it. */
public final class OpenedVault implements AutoCloseable {
    private final UUID member;
    private final Identity identity;
    private final @Nullable Identity former;

    OpenedVault(UUID member, Identity identity, @Nullable Identity former) {
        this.member = member;
        this.identity = identity;
        this.former = former;
    }

    /** Whose it is. */
    public UUID member() {
        return member;
    }

    /**
     * Opens something with the member's key, or with their key of before as long as that is kept.
     *
     * @throws SealBroken where neither opens it
     */
    public <T> T with(Function<Identity, T> opening) {
        try {
            return opening.apply(identity);
        } catch (SealBroken otherKey) {
            if (former == null) {
                throw otherKey;
            }
            return opening.apply(former);
        }
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
            return Optional.of(with(key -> SealedPart.open(place(id, kind), sealed, key)));
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
        if (former != null) {
            former.close();
        }
    }

    @Override
    public String toString() {
        return "OpenedVault of " + member;
    }
}
