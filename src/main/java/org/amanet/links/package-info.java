/** What connects reports: selectors, the blind index over them, links and patterns. */
@NullMarked
package org.amanet.links;

import org.jspecify.annotations.NullMarked;
