/** Tells those who work here that something waits for them, and nothing of what it is. */
@NullMarked
package org.amanet.notices;

import org.jspecify.annotations.NullMarked;
