/** How an account comes in: the form, the routes, the first band and who receives it. */
@NullMarked
package org.amanet.intake;

import org.jspecify.annotations.NullMarked;
