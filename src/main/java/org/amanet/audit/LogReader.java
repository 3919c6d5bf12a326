package org.amanet.audit;

/**
 * Whoever reads a log from its beginning, in order: a checkpoint comes after the link it covers.
 */
interface LogReader {
    void link(Link link);

    void checkpoint(Checkpoint checkpoint);
}
