package org.amanet.staff;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.amanet.languages.Language;

/**
 * An organisation's desk.
 *
 * @param slug its short name, as in configuration and on reports
 * @param languages those that somebody there reads, by their tags; none: all
 * @param alternate the desk that takes reports this one must not know of
 * @param working the days on which its clock runs, where nobody may be in danger
 * @param roundTheClock whether somebody reads at every hour
 */
public record Desk(
        String slug,
        String name,
        Set<String> countries,
        Set<String> languages,
        String alternate,
        WorkingDays working,
        boolean roundTheClock) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Refuses a language that nobody can report in: a slip of the hand. */
    public Desk {
        for (String language : languages) {
            if (Language.of(language).isEmpty()) {
                throw new IllegalArgumentException("desk " + slug + " reads no " + language);
            }
        }
    }

    static Desk of(String slug, StaffConfig.DeskConfig config) {
        return new Desk(
                slug,
                config.name(),
                Set.copyOf(config.countries().orElse(List.of())),
                Set.copyOf(config.languages().orElse(List.of())),
                config.alternate(),
                new WorkingDays(config.workingDays(), config.daysOff().orElse(Set.of())),
                config.roundTheClock());
    }

    /** Whether somebody there reads this language. */
    public boolean reads(String language) {
        return languages.isEmpty() || languages.contains(language);
    }

    /** Whether these are its names, however somebody writes them. */
    public boolean isCalled(String words) {
        String plain = plain(words);
        return !plain.isEmpty() && (plain.equals(plain(name)) || plain.equals(plain(slug)));
    }

    private static String plain(String words) {
        String one = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(one).replaceAll("");
    }
}
