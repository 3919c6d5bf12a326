package org.amanet.audit;

/** What can be wrong with a chain. The names are part of the interface. */
public enum Breach {
    EDITED("it was edited after it was written: its content does not give its hash"),
    MISSING("it is missing: the entries after it are there"),
    OUT_OF_ORDER("it stands twice or in the wrong place"),
    NOT_FOLLOWING(
            "it does not follow the entry before it: one of the two was put in another's place"),
    NOT_AS_SIGNED("it is another entry than the one that was signed in a checkpoint"),
    CHECKPOINT_FORGED("the checkpoint over it is not signed with the key"),
    CUT_OFF("it is missing, and so is everything after it: a checkpoint says that it was there"),
    NOT_AS_KNOWN("it is another entry than the one in the earlier log, or it is gone"),
    UNREADABLE("it cannot be read: it has another form than an entry has");

    private final String words;

    Breach(String words) {
        this.words = words;
    }

    /** After "entry 43: ". */
    String words() {
        return words;
    }
}
