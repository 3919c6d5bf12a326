package org.amanet.dossiers;

/** What was taken out again. What stood there before is an earlier version. */
record Struck() implements Paper {}
