package org.amanet.staff;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Remembers for {@link Naming} that an act is {@link Unnamed}; comes before its transaction. */
@Unnamed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class UnnamedActs {
    private static final ScopedValue<Boolean> HERE = ScopedValue.newInstance();

    @AroundInvoke
    Object run(InvocationContext act) throws Exception {
        return ScopedValue.where(HERE, true).call(act::proceed);
    }

    static boolean here() {
        return HERE.isBound();
    }
}
