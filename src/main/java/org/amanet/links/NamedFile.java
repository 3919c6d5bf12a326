package org.amanet.links;

import java.util.UUID;

/** A file of an open report, by the name it came with. */
record NamedFile(UUID id, String name) {
    @Override
    public String toString() {
        return "NamedFile " + id;
    }
}
