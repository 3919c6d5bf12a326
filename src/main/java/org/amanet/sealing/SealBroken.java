package org.amanet.sealing;

/** A seal that cannot be opened: wrong key, wrong place, or a byte changed. It never says which. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SealBroken() {
        super("a seal cannot be opened", null, false, false);
    }
}
