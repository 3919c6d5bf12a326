/** Languages we speak, their direction, their own names, and dates as each of them reads them. */
@NullMarked
package org.amanet.languages;

import org.jspecify.annotations.NullMarked;
