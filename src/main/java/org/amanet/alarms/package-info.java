/** What leads are warned of: the log watched for what an informant would do, and trip-wires. */
@NullMarked
package org.amanet.alarms;

import org.jspecify.annotations.NullMarked;
