/** The composition root: what all rooms share and none of them makes. */
@NullMarked
package org.amanet;

import org.jspecify.annotations.NullMarked;
