package org.amanet.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be answered later, with the receipt, one at a time. The names are inside the seals:
 * never changed, never used again for something else.
 */
public enum Question {
    URGENCY("URG", "urgency"),
    DEMANDS("DEM", "demands"),
    MEANS("MEA", "means"),
    CHANNELS("CHN", null),
    WHEN(null, null),
    WHERE(null, null),
    RESIDENCE(null, null),
    WHO(null, "actors"),
    RELATIVES(null, null),
    WISHES("SUP", "wishes"),
    EXCLUSIONS(null, null),
    CONTACT(null, null),
    HAPPENED("URG", "urgency"),
    DEADLINE(null, "urgency");

    private final @Nullable String list;
    private final @Nullable String rules;

    Question(@Nullable String list, @Nullable String rules) {
        this.list = list;
        this.rules = rules;
    }

    /** The list whose codes answer it, where codes do. */
    public Optional<String> list() {
        return Optional.ofNullable(list);
    }

    /** Under which name the rules for the bands know its codes. */
    Optional<String> rules() {
        return Optional.ofNullable(rules);
    }

    /** Whether it tells of something that has changed, whatever was answered before. */
    public boolean isNews() {
        return this == HAPPENED || this == DEADLINE;
    }

    /** What was answered neither in the first account nor later, in the order of asking. */
    public static List<Question> open(OpenedReport opened) {
        return Arrays.stream(values())
                .filter(question -> question.isOpenIn(opened))
                .filter(
                        question ->
                                opened.answers().stream()
                                        .noneMatch(answer -> answer.question() == question))
                .toList();
    }

    private boolean isOpenIn(OpenedReport opened) {
        Account account = opened.account();
        return switch (this) {
            case URGENCY -> account.urgency().isEmpty();
            case DEMANDS -> account.demands().isEmpty();
            case MEANS -> account.means().isEmpty();
            case CHANNELS -> account.channels().isEmpty();
            case WHEN -> account.when() == null && account.about() == null;
            case WHERE -> account.where() == null;
            case RESIDENCE -> account.residence() == null;
            case WHO -> account.suspects().isEmpty();
            case RELATIVES -> !opened.hasRelatives();
            case WISHES -> account.wishes().isEmpty();
            case EXCLUSIONS -> account.excluded().isEmpty() && account.excludeText() == null;
            case CONTACT -> account.contact() == null;
            // Nobody is asked for what may never happen.
            case HAPPENED, DEADLINE -> false;
        };
    }
}
