package org.amanet.exports;

/** Where an export stands. */
enum ExportStatus {
    /** Waits for a lead who did not prepare it. */
    PREPARED,
    /** Approved, built and sealed; waits for the investigator. */
    APPROVED,
    /** Handed over. Copies cannot be recalled. */
    PULLED,
    /** The investigator has said that it arrived whole. */
    ACKNOWLEDGED,
    /** The investigator has refused it, with a reason. */
    REFUSED,
    /** A reporter withdrew, or the time ran out, before it was pulled. */
    STOPPED
}
