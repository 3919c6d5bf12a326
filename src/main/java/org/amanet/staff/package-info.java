/** People, their vaults and desks, and who vouched for whose key. */
@NullMarked
package org.amanet.staff;

import org.jspecify.annotations.NullMarked;
