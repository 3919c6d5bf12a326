/**
 * What the desk works out about a report: translations, facts, people, coding, tasks, referrals.
 */
@NullMarked
package org.amanet.dossiers;

import org.jspecify.annotations.NullMarked;
