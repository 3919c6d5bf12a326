package org.amanet.reports;

import java.util.UUID;

/** From now on there is somebody at the desk who must not learn that this report exists. */
public record ReportSecluded(UUID report) {}
