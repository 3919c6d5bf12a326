package org.amanet.sealing;

/**
 * What belongs to a secret: an age identity and a lookup id, neither of which tells anything about
 * the other.
 */
public final class DerivedIdentity implements AutoCloseable {
    private final Identity identity;
    private final byte[] lookupId;

    DerivedIdentity(byte[] derived) {
        this.identity = Identity.derived(derived, "amanet identity v1");
        this.lookupId = Hkdf.key(derived, "amanet lookup v1");
    }

    /** The identity that opens. */
    public Identity identity() {
        return identity;
    }

    /** 32 bytes to find a row by; only a hash of it is ever stored. */
    public byte[] lookupId() {
        return lookupId.clone();
    }

    @Override
    public void close() {
        identity.close();
        Digests.wipe(lookupId);
    }

    @Override
    public String toString() {
        return "DerivedIdentity";
    }
}
