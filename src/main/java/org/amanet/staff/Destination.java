package org.amanet.staff;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes after unlocking: a page of the desk and nothing else, whatever the address
 * asks for.
 */
record Destination(String path) {
    static final Destination QUEUE = new Destination("/desk");

    private static final Pattern OURS =
            Pattern.compile("/desk(/[A-Za-z0-9-]{1,64}){0,6}(\\?[A-Za-z0-9=&%_+.~:,-]{0,400})?");

    /** The page that is named, where it is one of ours; the queue otherwise. */
    static Destination of(@Nullable String wanted) {
        return wanted != null && OURS.matcher(wanted).matches() ? new Destination(wanted) : QUEUE;
    }

    URI uri() {
        return URI.create(path);
    }
}
