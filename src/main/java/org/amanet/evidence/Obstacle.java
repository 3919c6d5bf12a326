package org.amanet.evidence;

import java.util.Arrays;
import java.util.Optional;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** Why a file cannot be shown safely here. */
public enum Obstacle {
    /** Files of this kind are never rendered. */
    KIND,
    /** No walls to render behind. */
    ISOLATION,
    /** The program for this kind is not there. */
    TOOL,
    /** Too long, or the copy would be. */
    SIZE,
    /** It takes too long. */
    TIME,
    /** Whatever reads it gave up: it is damaged, or not what it says, or asks for too much. */
    FAILED,
    /** There is no such page. */
    PAGE;

    private static final String POINTER = "/exhibit";

    Refusal refusal() {
        return new Refusal(Problem.CANNOT_BE_SHOWN, new Fault(POINTER, name()));
    }

    /** The obstacle behind a refusal, where it is one. */
    public static Optional<Obstacle> of(Refusal refusal) {
        return Arrays.stream(values())
                .filter(one -> refusal.problem() == Problem.CANNOT_BE_SHOWN)
                .filter(one -> refusal.faults().contains(new Fault(POINTER, one.name())))
                .findFirst();
    }
}
