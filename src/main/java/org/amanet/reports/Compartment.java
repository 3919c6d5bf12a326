package org.amanet.reports;

/** The two locks of a report. */
public enum Compartment {
    /** The account, messages, notes. */
    ACCOUNT,
    /** Names and places of family in the country of origin: they are the hostages. */
    RELATIVES
}
