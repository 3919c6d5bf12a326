package org.amanet.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken from a sign-in that failed: neither the address it came from nor the name that was
 * typed.
 *
 * @param id of the event at the identity provider
 * @param user whom it was tried for, if there is such a person
 * @param error a code
 */
record FailedLogin(String id, Instant at, @Nullable UUID user, String error) {}
