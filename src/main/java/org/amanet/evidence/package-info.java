/** Files that come with a report: taken in piece by piece, kept sealed, given out as they came. */
@NullMarked
package org.amanet.evidence;

import org.jspecify.annotations.NullMarked;
