package org.amanet.http;

import java.util.regex.Pattern;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}: long enough that nobody can guess another person's. */
public final class IdempotencyKeys {
    /** The name of the header. */
    public static final String HEADER = "Idempotency-Key";

    /** 22 characters of base64url are 128 bits. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    private IdempotencyKeys() {}

    /** The key, or a refusal when it is missing or too weak. */
    public static String require(@Nullable String key) {
        if (key == null || !FORM.matcher(key).matches()) {
            throw new Refusal(Problem.IDEMPOTENCY_KEY_MISSING);
        }
        return key;
    }
}
