package org.amanet.problems;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); never a word that the sender chose
 * @param reason why, as a short stable code such as {@code missing} or {@code too-long}
 */
public record Fault(String pointer, String reason) {}
