package org.amanet.reports;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a report stands. The table below is the whole of what may follow what. */
public enum Status {
    NEW,
    ACKNOWLEDGED,
    IN_TRIAGE,
    NEEDS_INFO,
    ACTIVE,
    REFERRED,
    READY_EXPORT,
    EXPORTED,
    FOLLOW_UP,
    CLOSED,
    QUARANTINED,
    RESTRICTED,
    WITHDRAWN;

    private static final Map<Status, Set<Status>> NEXT = new EnumMap<>(Status.class);

    static {
        NEXT.put(NEW, EnumSet.of(ACKNOWLEDGED, IN_TRIAGE, QUARANTINED));
        NEXT.put(RESTRICTED, EnumSet.of(ACKNOWLEDGED, IN_TRIAGE, QUARANTINED));
        NEXT.put(ACKNOWLEDGED, EnumSet.of(IN_TRIAGE, QUARANTINED, CLOSED));
        NEXT.put(IN_TRIAGE, EnumSet.of(NEEDS_INFO, ACTIVE, REFERRED, QUARANTINED, CLOSED));
        NEXT.put(NEEDS_INFO, EnumSet.of(IN_TRIAGE, ACTIVE, CLOSED));
        NEXT.put(ACTIVE, EnumSet.of(NEEDS_INFO, REFERRED, READY_EXPORT, CLOSED));
        NEXT.put(REFERRED, EnumSet.of(ACTIVE, FOLLOW_UP, CLOSED));
        NEXT.put(READY_EXPORT, EnumSet.of(ACTIVE, EXPORTED));
        NEXT.put(EXPORTED, EnumSet.of(FOLLOW_UP, CLOSED));
        NEXT.put(FOLLOW_UP, EnumSet.of(ACTIVE, READY_EXPORT, CLOSED));
        NEXT.put(CLOSED, EnumSet.of(ACTIVE));
        NEXT.put(QUARANTINED, EnumSet.of(IN_TRIAGE, CLOSED));
        NEXT.put(WITHDRAWN, EnumSet.noneOf(Status.class));
    }

    /**
     * What a person may set it to from here. Withdrawal is the reporter's alone and not among them.
     */
    public Set<Status> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    /**
     * Whether somebody still has to do something about it. The database knows the same three that
     * are not: they come last and only to whoever asks for them.
     */
    public boolean isOpen() {
        return !ended().contains(this);
    }

    /** Those that are not open: nobody waits for them. */
    public static Set<Status> ended() {
        return EnumSet.of(CLOSED, QUARANTINED, WITHDRAWN);
    }

    /** Whether a person may set it to that from here. */
    public boolean allows(Status other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }
}
