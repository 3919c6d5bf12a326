package org.amanet.intake;

/**
 * Something that is still missing or does not fit.
 *
 * @param question the section it belongs to
 * @param field the id of the field that a link leads to
 * @param key what to say about it, a key of {@link IntakeMessages}
 */
record Missed(Question question, String field, String key) {

    /** The sections of the form, in their order. */
    enum Question {
        DANGER,
        STORY,
        WANTED,
        REACH,
        WHEN,
        RELATIVES,
        URGENT,
        WHO,
        MAY
    }
}
