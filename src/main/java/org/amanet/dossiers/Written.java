package org.amanet.dossiers;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper as it is sealed.
 *
 * @param member who wrote this version
 * @param alias as they were called then
 * @param at to the second
 */
record Written(UUID member, String alias, Instant at, Paper paper) {
    @Override
    public String toString() {
        return "Written by " + member;
    }
}
