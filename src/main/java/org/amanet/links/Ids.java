package org.amanet.links;

import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** Ids in addresses. */
final class Ids {
    private Ids() {}

    /** What is no id is the id of nothing: the answer is the one to an id of somebody else's. */
    static UUID of(String id) {
        try {
            UUID parsed = UUID.fromString(id);
            if (parsed.toString().equals(id)) {
                return parsed;
            }
        } catch (IllegalArgumentException malformed) {
            // the same answer below
        }
        throw new Refusal(Problem.NOT_FOUND);
    }
}
