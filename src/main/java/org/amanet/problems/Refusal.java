package org.amanet.problems;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way to say no, anywhere. It carries no text of its own, so it can carry nothing that was
 * sent; it has no stack trace, because it is an answer and not a failure.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final transient List<Fault> faults;
    private final @Nullable Duration retryAfter;

    public Refusal(Problem problem) {
        this(problem, List.of(), null);
    }

    public Refusal(Problem problem, List<Fault> faults) {
        this(problem, faults, null);
    }

    public Refusal(Problem problem, Fault... faults) {
        this(problem, List.of(faults), null);
    }

    /** For BUSY and TOO_MANY_REQUESTS: when to try again. */
    public Refusal(Problem problem, Duration retryAfter) {
        this(problem, List.of(), retryAfter);
    }

    private Refusal(Problem problem, List<Fault> faults, @Nullable Duration retryAfter) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** Which problem it is. */
    public Problem problem() {
        return problem;
    }

    /** What is wrong where; often empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** When to try again, or null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
