/** What the tests of the whole share: reports to send, and ways to send them. */
@NullMarked
package org.amanet.testing;

import org.jspecify.annotations.NullMarked;
