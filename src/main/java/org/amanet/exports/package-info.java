/** What leaves: consent gate, four eyes, sealed and signed packages. */
@NullMarked
package org.amanet.exports;

import org.jspecify.annotations.NullMarked;
