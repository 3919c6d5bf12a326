package org.amanet.reports;

import java.util.UUID;

/** The reporter has decided anew: what was prepared on the old decision must not go. */
public record ConsentChanged(UUID report) {}
