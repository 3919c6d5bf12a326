package org.amanet.intake;

/**
 * Something that is still missing or does not fit.
 *
 * @param step the screen it belongs to
 * @param field the id of the field that a link leads to
 * @param key what to say about it, a key of {@link IntakeMessages}
 */
record Missed(Step step, String field, String key) {}
