package org.amanet.reports;

import java.util.UUID;

/**
 * Something that is changed by adding another version of it.
 *
 * @param version of this content; the first is 1
 */
public record Versioned<T>(UUID id, int version, T content) {
    @Override
    public String toString() {
        return "Versioned " + id + " v" + version;
    }
}
