/** What the reporter sees and does with the receipt. */
@NullMarked
package org.amanet.inbox;

import org.jspecify.annotations.NullMarked;
