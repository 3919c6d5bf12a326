/** What {@code bin/bench} measures, each figure beside what the machine can do in the same run. */
@NullMarked
package org.amanet.bench;

import org.jspecify.annotations.NullMarked;
