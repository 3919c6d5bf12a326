package org.amanet.notices;

import org.jspecify.annotations.Nullable;

/** It did not go out; it is tried again. */
final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    Undelivered(@Nullable Throwable cause) {
        super("a notice did not go out", cause);
    }
}
