package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives out the store that this deployment is configured for. */
@ApplicationScoped
class Blobs {
    @Produces
    @ApplicationScoped
    BlobStore store(EvidenceConfig config, DatabaseBlobs database, BucketBlobs bucket) {
        return switch (config.store()) {
            case DATABASE -> database;
            case BUCKET -> bucket;
        };
    }
}
