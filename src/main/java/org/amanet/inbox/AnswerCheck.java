package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.amanet.codes.Codes;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Deadlines;
import org.amanet.reports.Question;
import org.amanet.reports.Residence;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;
import org.jspecify.annotations.Nullable;

/** Whether an answer fits its question. */
@ApplicationScoped
class AnswerCheck {
    private static final Set<String> TIMES = Set.of("TODAY", "WEEK", "ABOUT", "ONGOING");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private static final Set<Question> IN_WORDS =
            EnumSet.of(
                    Question.WHEN,
                    Question.RELATIVES,
                    Question.EXCLUSIONS,
                    Question.HAPPENED,
                    Question.DEADLINE);

    /** A day that is over for so long, or so far away, was mistyped. */
    private static final Period PAST_MAX = Period.ofDays(7);

    private static final Period FUTURE_MAX = Period.ofYears(3);

    private final Validator validator;
    private final Codes codes;
    private final Clock clock;

    AnswerCheck(Validator validator, Codes codes, Clock clock) {
        this.validator = validator;
        this.codes = codes;
        this.clock = clock;
    }

    /** How it fits. */
    enum Fit {
        FITS,
        EMPTY,
        WRONG
    }

    Fit of(NewAnswer answer) {
        boolean wrong =
                !validator.validate(answer).isEmpty()
                        || !isOfItsKind(answer)
                        || answer.isTooLong()
                        || !isNear(answer.date())
                        || !answer.codes().stream().allMatch(code -> fits(answer, code))
                        || !knows(answer.suspect());
        if (wrong) {
            return Fit.WRONG;
        }
        return answer.saysNothing() ? Fit.EMPTY : Fit.FITS;
    }

    /**
     * Lets it pass where it fits.
     *
     * @throws Refusal where it does not, or says nothing
     */
    void require(NewAnswer answer) {
        Fit fit = of(answer);
        if (fit != Fit.FITS) {
            String fault = fit == Fit.EMPTY ? "required" : "wrong-format";
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/codes", fault));
        }
    }

    private static boolean isOfItsKind(NewAnswer answer) {
        Question question = answer.question();
        boolean several = question.list().isPresent();
        return (several || answer.codes().size() <= 1)
                && (answer.words() == null || IN_WORDS.contains(question))
                && (answer.date() == null || question == Question.DEADLINE)
                && (answer.exclude().isEmpty() || question == Question.EXCLUSIONS)
                && (answer.suspect() == null || question == Question.WHO)
                && (answer.contact() == null || question == Question.CONTACT);
    }

    private boolean fits(NewAnswer answer, String code) {
        return switch (answer.question()) {
            case WHEN -> TIMES.contains(code);
            case WHERE -> COUNTRY.matcher(code).matches();
            case RESIDENCE ->
                    Arrays.stream(Residence.values()).anyMatch(r -> r.name().equals(code));
            case WHO, RELATIVES, EXCLUSIONS, CONTACT -> false;
            case HAPPENED -> codes.happened().contains(code);
            case DEADLINE -> Deadlines.ABOUT.contains(code);
            default -> answer.question().list().filter(list -> codes.knows(list, code)).isPresent();
        };
    }

    private boolean isNear(@Nullable LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return day == null
                || (!day.isBefore(today.minus(PAST_MAX)) && !day.isAfter(today.plus(FUTURE_MAX)));
    }

    /** Of somebody inside, whoever reads this must not learn: that takes a report of its own. */
    private boolean knows(@Nullable Suspect suspect) {
        return suspect == null
                || (!suspect.isInsider()
                        && known("ACT", suspect.actor())
                        && known("ATT", suspect.basis())
                        && traces(suspect.traces()));
    }

    private boolean known(String list, @Nullable String code) {
        return code == null || codes.knows(list, code);
    }

    private boolean traces(List<Trace> traces) {
        return traces.stream().allMatch(trace -> codes.knows("SEL", trace.type()));
    }
}
