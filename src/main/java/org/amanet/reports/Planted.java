package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KeyedTag;
import org.amanet.staff.SharedKey;

/**
 * Which reports are trip-wires. No row says so: their ids are random like all others, and only the
 * key that the servers share knows them again.
 */
@ApplicationScoped
public class Planted {
    private final KeyedTag tag;

    Planted(SharedKey shared) {
        try (Identity key = shared.of("amanet planted reports v1")) {
            this.tag = new KeyedTag(key);
        }
    }

    /** Whether this is one. The same work for every report. */
    public boolean is(UUID report) {
        return tag.marks(report);
    }

    UUID newId() {
        return tag.markedId();
    }
}
