/** Clocks that end what must not be kept. */
@NullMarked
package org.amanet.retention;

import org.jspecify.annotations.NullMarked;
