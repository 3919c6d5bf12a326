package org.amanet.demo;

/** Why the parts cannot start, in a sentence for the person who started them. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    Trouble(String sentence) {
        super(sentence);
    }

    Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
