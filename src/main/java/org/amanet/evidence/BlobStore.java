package org.amanet.evidence;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Where sealed bytes lie, each lot under a name of its own that is never used again. Who refers to
 * which is known elsewhere.
 */
interface BlobStore {
    /** Durable once the running transaction is; unreferred to where that is rolled back. */
    void put(UUID blob, Staged piece);

    /**
     * A stream of the bytes.
     *
     * @throws MissingBlob where there are none
     */
    InputStream open(UUID blob);

    /** Gone once the running transaction is through, and not before. */
    void destroy(Collection<UUID> blobs);

    /** Destroys what nobody refers to and what is older than that. */
    void sweep(Instant older);

    /** Bytes that should be there are not. */
    final class MissingBlob extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingBlob() {
            super("a blob is missing", null, false, false);
        }
    }
}
