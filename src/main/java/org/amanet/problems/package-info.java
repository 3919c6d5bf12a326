/** The one error vocabulary, and the one place where it becomes an answer. */
@NullMarked
package org.amanet.problems;

import org.jspecify.annotations.NullMarked;
