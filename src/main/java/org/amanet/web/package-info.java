/** Pages that belong to no feature: home, safety, errors. */
@NullMarked
package org.amanet.web;

import org.jspecify.annotations.NullMarked;
