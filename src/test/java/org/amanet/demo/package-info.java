/**
 * The real parts on loopback, as processes: PostgreSQL, Keycloak and the packaged service. {@code
 * bin/run} shows them to people, the tests of the whole and {@code bin/bench} use the same. Not
 * part of the product.
 */
@NullMarked
package org.amanet.demo;

import org.jspecify.annotations.NullMarked;
