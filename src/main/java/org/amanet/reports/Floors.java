package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.sealing.SealBroken;

/**
 * What must be there, told by the log, which nobody edits: a part that the log knows and the
 * database has lost, or has put back to an older version, is not read as if nothing had happened.
 */
@ApplicationScoped
class Floors {
    private final Chain chain;

    Floors(Chain chain) {
        this.chain = chain;
    }

    /**
     * Compares the parts of a report with the log.
     *
     * @throws SealBroken when one is missing or older than the log says
     */
    void require(UUID report, List<Part> parts) {
        Map<UUID, Integer> versions = new HashMap<>();
        for (Part part : parts) {
            versions.merge(part.id, part.version, Math::max);
        }
        for (Entry entry : chain.about(report)) {
            int sealed = entry.happening().version();
            if (sealed > 0 && versions.getOrDefault(entry.happening().subject(), 0) < sealed) {
                throw new SealBroken();
            }
        }
    }
}
