package org.amanet.reports;

import java.util.List;

/** Why a report is in its band: the rules that fired, by name. */
public record Triage(Band band, List<String> rules) {}
