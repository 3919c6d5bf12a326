package org.amanet.reports;

/**
 * What a sealed part is. The names are inside the seals: never changed, never used again for
 * something else.
 */
public enum PartKind {
    ACCOUNT(Compartment.ACCOUNT),
    RELATIVES(Compartment.RELATIVES),
    TRIAGE(Compartment.ACCOUNT),
    CONSENT(Compartment.ACCOUNT),
    MESSAGE(Compartment.ACCOUNT),
    NOTE(Compartment.ACCOUNT),
    ANSWER(Compartment.ACCOUNT),
    EXHIBIT(Compartment.ACCOUNT),
    RELATIVES_LATER(Compartment.RELATIVES),
    PAPER(Compartment.ACCOUNT),
    SELECTOR(Compartment.ACCOUNT),
    REDACTION(Compartment.ACCOUNT);

    private final Compartment compartment;

    PartKind(Compartment compartment) {
        this.compartment = compartment;
    }

    /** Whether a report comes with it, rather than getting it later. */
    boolean comes() {
        return this == ACCOUNT || this == RELATIVES || this == TRIAGE || this == CONSENT;
    }

    /** Under which lock it lies. */
    public Compartment compartment() {
        return compartment;
    }
}
