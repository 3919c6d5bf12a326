/**
 * What every route shares: keyset slices, idempotency keys, entity tags, quotas, security headers.
 */
@NullMarked
package org.amanet.http;

import org.jspecify.annotations.NullMarked;
