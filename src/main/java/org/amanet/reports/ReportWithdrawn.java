package org.amanet.reports;

import java.util.UUID;

/** The reporter has withdrawn: whatever else is kept about this report ends now. */
public record ReportWithdrawn(UUID report) {}
