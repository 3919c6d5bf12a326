package org.amanet.reports;

/**
 * What a sealed part is. The names are inside the seals: never changed, never used again for
 * something else.
 */
enum PartKind {
    ACCOUNT(Compartment.ACCOUNT),
    RELATIVES(Compartment.RELATIVES),
    TRIAGE(Compartment.ACCOUNT),
    CONSENT(Compartment.ACCOUNT),
    MESSAGE(Compartment.ACCOUNT),
    NOTE(Compartment.ACCOUNT);

    private final Compartment compartment;

    PartKind(Compartment compartment) {
        this.compartment = compartment;
    }

    /** Under which lock it lies. */
    public Compartment compartment() {
        return compartment;
    }
}
