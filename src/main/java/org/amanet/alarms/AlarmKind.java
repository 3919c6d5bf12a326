package org.amanet.alarms;

/** What leads can be told. The names are inside seals: never changed, never used again. */
enum AlarmKind {
    /** A part, grant or key was not what it should be. */
    SEAL_BROKEN,
    /** A line of the log was edited. */
    LOG_BROKEN,
    /** Somebody reads more different reports than usual. */
    READ_FAST,
    /** Somebody wanted to read more than is allowed. */
    READ_STOPPED,
    /** Somebody opened a trip-wire, or passed it on. */
    PLANTED_TOUCHED,
    /** Somebody often opens what lies under the second lock. */
    RELATIVES_OFTEN,
    /** Somebody was refused again and again. */
    REFUSED_OFTEN,
    /** A lead let somebody read on. */
    READ_RELEASED,
    /** A lead planted a trip-wire. */
    PLANTED_HERE;

    /** Whether somebody has to look; the others are kept to be looked up. */
    boolean isAlarm() {
        return this != READ_RELEASED && this != PLANTED_HERE;
    }
}
