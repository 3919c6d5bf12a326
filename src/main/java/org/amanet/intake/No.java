package org.amanet.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amanet.problems.Problem;
import org.amanet.reports.ConsentRow;
import org.jspecify.annotations.Nullable;

/**
 * Why a form came back, in kind words.
 *
 * @param problem what it was; none where only answers are missing
 * @param missed which questions to look at again
 */
record No(@Nullable Problem problem, List<Missed> missed) {
    private static final Set<Problem> NAMED =
            EnumSet.of(
                    Problem.BUSY,
                    Problem.TOO_MANY_REQUESTS,
                    Problem.PROOF_WANTED,
                    Problem.UNAVAILABLE,
                    Problem.NOBODY_COULD_READ,
                    Problem.IDEMPOTENCY_KEY_MISSING,
                    Problem.IDEMPOTENCY_KEY_REUSED);

    /** All is well, or nothing was sent yet. */
    static final No NONE = new No(null, List.of());

    static No missing(List<Missed> missed) {
        return new No(null, missed);
    }

    static No because(Problem problem, List<Missed> missed) {
        return problem == Problem.INVALID_REQUEST && !missed.isEmpty()
                ? missing(missed)
                : new No(problem, missed);
    }

    /** The screen on which it can be put right; the given one where any will do. */
    Step screen(Step otherwise) {
        if (concernsReaders()) {
            return Step.WHO;
        }
        return missed.isEmpty() ? otherwise : missed.getFirst().step();
    }

    int status() {
        return problem == null ? Problem.INVALID_REQUEST.status() : problem.status();
    }

    /** Nobody knows at this moment who could read a report. */
    public boolean storeIsAway() {
        return problem == Problem.UNAVAILABLE;
    }

    /** The old one is missing, or belongs to a report that is safely there. */
    boolean needsNewKey() {
        return problem == Problem.IDEMPOTENCY_KEY_MISSING
                || problem == Problem.IDEMPOTENCY_KEY_REUSED;
    }

    /** Whether there is anything to say. */
    public boolean present() {
        return problem != null || !missed.isEmpty();
    }

    /** Only answers are missing. */
    public boolean incomplete() {
        return problem == null;
    }

    /** Nothing has to be changed: sending it again is enough. */
    public boolean again() {
        return !incomplete() && !concernsReaders() && problem != Problem.IDEMPOTENCY_KEY_REUSED;
    }

    /** The choice of readers has to be changed. */
    public boolean concernsReaders() {
        return problem == Problem.NOBODY_COULD_READ;
    }

    /** What to say, a key of {@link IntakeMessages}. */
    public String key() {
        return problem != null && NAMED.contains(problem)
                ? "refused_" + problem.name().toLowerCase(Locale.ROOT)
                : "refused_other";
    }

    /** Whether this question is to be looked at again. */
    public boolean has(String question) {
        return !at(question).isEmpty();
    }

    /** What to say at one question. */
    public List<Missed> at(String question) {
        return at(Step.valueOf(question));
    }

    /** What to say on one screen. */
    public List<Missed> at(Step step) {
        return missed.stream().filter(one -> one.step() == step).toList();
    }

    /** What to say at one line of the consent matrix. */
    public List<Missed> atChoice(ConsentRow row) {
        String scope = row.scope().name();
        return missed.stream()
                .filter(
                        one ->
                                one.field().equals("consent-" + scope)
                                        || one.field().startsWith(scope + "-"))
                .toList();
    }

    /** The fields that are to be looked at again. */
    public List<String> fields() {
        return missed.stream().map(Missed::field).toList();
    }

    /** Whether this field is to be looked at again. */
    public boolean hasField(String field) {
        return missed.stream().anyMatch(one -> one.field().equals(field));
    }
}
