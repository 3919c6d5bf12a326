package org.amanet.reports;

/** How much there is, told from padded sizes only. */
public enum SizeClass {
    S,
    M,
    L,
    XL;

    private static final long S_MAX_BYTES = 16L * 1024;
    private static final long M_MAX_BYTES = 1024L * 1024;
    private static final long L_MAX_BYTES = 64L * 1024 * 1024;

    /** The class of this many sealed bytes. */
    public static SizeClass of(long sealedBytes) {
        if (sealedBytes <= S_MAX_BYTES) {
            return S;
        }
        if (sealedBytes <= M_MAX_BYTES) {
            return M;
        }
        return sealedBytes <= L_MAX_BYTES ? L : XL;
    }
}
