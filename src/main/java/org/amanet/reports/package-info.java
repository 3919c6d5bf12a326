/**
 * The report, its sealed parts, grants, consent, and the one place that decides who may open it.
 */
@NullMarked
package org.amanet.reports;

import org.jspecify.annotations.NullMarked;
