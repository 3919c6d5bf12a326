package org.amanet.problems;

import io.quarkus.logging.Log;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Failures of ours in the log: class names and places only, for a message may quote somebody. */
public final class Failures {
    private static final int LOGGED_FRAMES = 8;

    private Failures() {}

    /** Says what does not work, and where it broke. */
    public static void log(String sentence, Throwable thrown) {
        Log.errorf("%s: %s", sentence, traced(thrown));
    }

    private static String traced(Throwable thrown) {
        var frames =
                Arrays.stream(thrown.getStackTrace())
                        .limit(LOGGED_FRAMES)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
        var cause = thrown.getCause();
        var own = thrown.getClass().getName() + " at " + frames;
        return cause == null ? own : own + " because of " + traced(cause);
    }
}
