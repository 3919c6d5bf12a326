package org.amanet.reports;

/**
 * How far the time has run until a person has to look. The database moves it on, see the migration
 * that begins it; each step is told once.
 */
public enum Stage {
    EARLY,
    /** Half of the time is over. */
    HALF,
    /** Three quarters are: the lead is told. */
    THREE_QUARTERS,
    /** All of it is: whoever is on duty is told. */
    OVER
}
