/** The chained log that nobody edits, its checkpoints and its verifier. */
@NullMarked
package org.amanet.audit;

import org.jspecify.annotations.NullMarked;
