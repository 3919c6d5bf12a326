package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amanet.codes.Code;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Answer;
import org.amanet.reports.Band;
import org.amanet.reports.BandRules;
import org.amanet.reports.Deadlines;
import org.amanet.reports.Exclusions;
import org.amanet.reports.Question;
import org.amanet.reports.Residence;
import org.amanet.reports.Telling;
import org.jspecify.annotations.Nullable;

/** Which question the inbox asks next, and in which words. */
@ApplicationScoped
class Asking {
    /** Whoever reads the report must not learn this from it; see the words beside the question. */
    private static final String INSIDER = "ACT.INSIDER";

    private final AnswerCheck check;
    private final Exclusions exclusions;
    private final Codes codes;
    private final Clock clock;

    Asking(AnswerCheck check, Exclusions exclusions, Codes codes, Clock clock) {
        this.check = check;
        this.exclusions = exclusions;
        this.codes = codes;
        this.clock = clock;
    }

    AnswerCheck.Fit fit(NewAnswer answer) {
        return check.of(answer);
    }

    /** What is said after it was added. */
    Outcome answered(NewAnswer answer) {
        return Outcome.answered(answer.at(clock.instant().truncatedTo(ChronoUnit.HOURS)));
    }

    static boolean leavesNobody(Refusal refusal) {
        return refusal.problem() == Problem.NOBODY_COULD_READ;
    }

    /** The next question; the same again, with what was typed, where the answer did not fit. */
    Ask ask(Inbox.View view, Posted posted, Outcome outcome, Language language) {
        Telling telling = Telling.in(codes, language);
        List<Question> open = view.open();
        Question question = next(open, posted, outcome);
        boolean told = outcome.concernsAnswer() || outcome.said() == Outcome.Said.TELLS;
        boolean fresh =
                question != null
                        && (!open.contains(question)
                                || (told && posted.topic().filter(question::equals).isPresent()));
        return new Ask(
                question,
                question == null ? "" : telling.asked(question),
                question == null ? List.of() : options(question, telling, language),
                question == Question.WHO ? taps("ATT", language) : List.of(),
                question == Question.EXCLUSIONS ? exclusions.offered() : List.of(),
                outcome.concernsAnswer() ? posted : new Posted(Map.of()),
                open.size() > 1 || (fresh && !open.isEmpty()),
                fresh,
                view.answers().stream().map(answer -> given(answer, telling)).toList());
    }

    private static @Nullable Question next(List<Question> open, Posted posted, Outcome outcome) {
        if (outcome.said() == Outcome.Said.TELLS) {
            return posted.topic().orElse(null);
        }
        Question asked = posted.question().orElse(null);
        if (asked != null && outcome.concernsAnswer()) {
            return asked;
        }
        boolean after = asked != null && outcome.said() == Outcome.Said.OTHER_ASKED;
        return open.stream()
                .filter(question -> !after || question.compareTo(asked) > 0)
                .findFirst()
                .orElse(open.isEmpty() ? null : open.getFirst());
    }

    private static Ask.Given given(Answer answer, Telling telling) {
        return new Ask.Given(telling.asked(answer.question()), telling.of(answer), answer.hour());
    }

    private List<Ask.Option> options(Question question, Telling telling, Language language) {
        return switch (question) {
            case URGENCY -> labelled(codes.urgent().stream(), language);
            case HAPPENED -> labelled(codes.happened().stream(), language);
            case DEADLINE -> labelled(Deadlines.ABOUT.stream(), language);
            case WHO ->
                    taps("ACT", language).stream()
                            .filter(option -> !option.value().equals(INSIDER))
                            .toList();
            case WHERE ->
                    Stream.concat(Countries.in(language).stream(), Stream.of(Countries.ELSEWHERE))
                            .map(code -> option(code, Countries.name(code, language)))
                            .toList();
            case RESIDENCE ->
                    Arrays.stream(Residence.values())
                            .map(one -> option(one.name(), telling.of(one)))
                            .toList();
            default -> question.list().map(list -> taps(list, language)).orElse(List.of());
        };
    }

    private List<Ask.Option> taps(String list, Language language) {
        return labelled(codes.taps(list).stream().map(Code::code), language);
    }

    private List<Ask.Option> labelled(Stream<String> all, Language language) {
        return all.map(code -> option(code, codes.label(code, language))).toList();
    }

    private static Ask.Option option(String value, String label) {
        return new Ask.Option(value, label, BandRules.of(value) == Band.P0);
    }
}
