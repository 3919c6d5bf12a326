package org.amanet.staff;

import java.util.Set;

/**
 * An organisation's desk.
 *
 * @param slug its short name, as in configuration and on reports
 * @param alternate the desk that takes reports this one must not know of
 */
public record Desk(String slug, String name, Set<String> countries, String alternate) {}
