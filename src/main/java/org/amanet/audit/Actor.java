package org.amanet.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it: a kind and, for people who are known, the member's id. Of a reporter nothing is
 * known.
 */
public record Actor(Kind kind, @Nullable UUID id) {

    /** The kinds of people, and the service itself. */
    public enum Kind {
        REPORTER,
        CASEWORKER,
        LEAD,
        INVESTIGATOR,
        AUDITOR,
        OUTSIDER,
        SYSTEM
    }

    /** The person who holds the receipt. */
    public static Actor reporter() {
        return new Actor(Kind.REPORTER, null);
    }

    /** Somebody who is not known here. */
    public static Actor outsider() {
        return new Actor(Kind.OUTSIDER, null);
    }

    /** The service, by itself. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, null);
    }
}
