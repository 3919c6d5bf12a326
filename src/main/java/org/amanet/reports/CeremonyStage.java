package org.amanet.reports;

/** How far a ceremony is. */
public enum CeremonyStage {
    /** One lead wants it; another has to agree. */
    ASKED,
    RUNNING,
    ENDED,
    /** Something else took its place. */
    STOPPED
}
