/** The caseworker's queue and the open report. */
@NullMarked
package org.amanet.desk;

import org.jspecify.annotations.NullMarked;
