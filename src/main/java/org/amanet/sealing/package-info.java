/**
 * Seals and opens: age files, derived identities, receipts, padding, signatures. The only room that
 * touches cryptography.
 */
@NullMarked
package org.amanet.sealing;

import org.jspecify.annotations.NullMarked;
