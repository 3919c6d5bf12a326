package org.amanet.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where files are kept, and how many. */
@ConfigMapping(prefix = "amanet.evidence")
interface EvidenceConfig {
    /** The longest file, in bytes. */
    @WithDefault("2147483648")
    long fileMax();

    /** Files that one report may have. */
    @WithDefault("50")
    int filesMax();

    /** What all files of one report may take, as they are stored. */
    @WithDefault("4294967296")
    long reportMax();

    /** An upload that nobody goes on with is given up after so long. */
    @WithDefault("3d")
    Duration unfinished();

    /** How often that, and what is left over, is looked for. */
    @WithDefault("10m")
    Duration sweep();

    /** Where sealed pieces wait for the store; the temporary folder of the system otherwise. */
    Optional<Path> waitingRoom();

    /** Pieces that go into the store at the same time, over all uploads. */
    @WithDefault("6")
    int landingsAtOnce();

    /** Where the pieces lie. */
    @WithDefault("DATABASE")
    Store store();

    /** The bucket, where they lie in one. */
    Optional<Bucket> bucket();

    /** How files are shown without handing them out. */
    RenditionConfig rendition();

    /** Who looks for known harm in files. */
    ScannerConfig scanner();

    /** The stores there are. */
    enum Store {
        DATABASE,
        BUCKET
    }

    /** A bucket of an S3-compatible server. */
    interface Bucket {
        /** Its name. */
        String name();

        /** The server; the one of the region otherwise. */
        Optional<URI> endpoint();

        /** Its region, where that means something; eu-central-1 otherwise. */
        Optional<String> region();

        String accessKey();

        String secretKey();

        /** Whether the bucket stands in the path, as it does unless told otherwise. */
        Optional<Boolean> inPath();
    }
}
