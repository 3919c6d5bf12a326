package org.amanet.reports;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether contents are what they should be. Where a part was sealed by whoever wrote it, nobody has
 * looked at it before it is opened.
 */
final class Sound {
    private static final Pattern WORD = Pattern.compile("[A-Z0-9_.+]{1,100}");
    private static final int WORDS_MAX = 200;
    private static final Set<String> DANGERS = Set.of("NOW", "SOON", "NO", "UNSURE");
    private static final Set<String> TIMES = Set.of("TODAY", "WEEK", "ABOUT", "ONGOING");
    private static final String DANGER = "DANGER.";

    private Sound() {}

    static boolean is(@Nullable Object content) {
        return switch (content) {
            case null -> false;
            case Account account -> is(account);
            case Triage triage -> is(triage);
            case Consent consent -> is(consent);
            default -> true;
        };
    }

    private static boolean is(Account account) {
        return areThere(account.language(), account.account(), account.excluded())
                && isOneOf(DANGERS, account.danger())
                && (account.when() == null || isOneOf(TIMES, account.when()))
                && areThere(account.excluded())
                && areWords(account.demands())
                && areWords(account.means())
                && areWords(account.channels())
                && areWords(account.urgency())
                && areWords(account.evidence())
                && areWords(account.wishes())
                && areThere(account.suspects())
                && account.suspects().stream().allMatch(Sound::is)
                && (account.contact() == null || areThere(account.contact().never()));
    }

    private static boolean is(Suspect suspect) {
        return isWordOrNone(suspect.actor())
                && isWordOrNone(suspect.basis())
                && areThere(suspect.traces())
                && suspect.traces().stream()
                        .allMatch(trace -> trace.value() != null && isWord(trace.type()));
    }

    private static boolean is(Triage triage) {
        return areThere(triage.band())
                && areWords(triage.rules())
                && triage.rules().stream()
                        .filter(rule -> rule.startsWith(DANGER))
                        .allMatch(rule -> isOneOf(DANGERS, rule.substring(DANGER.length())));
    }

    private static boolean is(Consent consent) {
        return areThere(consent.decisions(), consent.language(), consent.wording(), consent.hour())
                && areThere(consent.decisions().values());
    }

    private static boolean areThere(@Nullable Object... things) {
        for (Object thing : things) {
            if (thing == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean areThere(Collection<?> things) {
        return things.size() <= WORDS_MAX && things.stream().noneMatch(Objects::isNull);
    }

    private static boolean isOneOf(Set<String> words, @Nullable String word) {
        return word != null && words.contains(word);
    }

    /** Codes and names of rules. */
    private static boolean areWords(@Nullable List<String> words) {
        return words != null && areThere(words) && words.stream().allMatch(Sound::isWord);
    }

    private static boolean isWordOrNone(@Nullable String word) {
        return word == null || isWord(word);
    }

    private static boolean isWord(@Nullable String word) {
        return word != null && WORD.matcher(word).matches();
    }
}
