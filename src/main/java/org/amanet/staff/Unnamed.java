package org.amanet.staff;

import java.util.function.Supplier;

/**
 * What is done while somebody is signed in and is no act of theirs upon what they hold: a report
 * that comes in, keys that come back from a recovery. The database is not told who asks, as where
 * reporters ask. Whoever calls this has decided by themselves who may.
 */
public final class Unnamed {
    private static final ScopedValue<Boolean> HERE = ScopedValue.newInstance();

    private Unnamed() {}

    /** Does it. Only a transaction that begins within is unnamed. */
    public static <T> T act(Supplier<T> act) {
        return ScopedValue.where(HERE, true).call(act::get);
    }

    /** The same of what has no answer. */
    static void run(Runnable act) {
        ScopedValue.where(HERE, true).run(act);
    }

    static boolean here() {
        return HERE.isBound();
    }
}
