package org.amanet.exports;

/** Why an investigator refuses a package. */
enum RefusalReason {
    NOT_OUR_JURISDICTION,
    UNREADABLE,
    TOO_LITTLE,
    WRONG_RECIPIENT,
    OTHER
}
