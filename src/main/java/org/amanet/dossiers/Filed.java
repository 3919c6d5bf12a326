package org.amanet.dossiers;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper in its latest version.
 *
 * @param by the alias of whoever wrote this version
 * @param at to the second
 */
public record Filed<P extends Paper>(UUID id, int version, String by, Instant at, P paper) {
    @Override
    public String toString() {
        return "Filed " + id + " v" + version;
    }
}
