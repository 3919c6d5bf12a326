/** The code lists of what was demanded, how, and how urgent it is. */
@NullMarked
package org.amanet.codes;

import org.jspecify.annotations.NullMarked;
