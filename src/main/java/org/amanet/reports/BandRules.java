package org.amanet.reports;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first band, by rules that a person can read: they stand in {@code codes/1/bands.json}, which
 * the page that seals in the browser reads too. The worst rule that fires decides, and every one
 * that fires is shown.
 */
public final class BandRules {
    private static final String FILE = "codes/1/bands.json";
    private static final Table TABLE = read();

    /** A threat that came true is one that grows, whatever it was. */
    static final String ESCALATING = "URG.TREND.ESCALATING";

    private BandRules() {}

    /** The file: what follows where nothing fires, and the rules. */
    private record Table(int version, Band otherwise, TooLittle tooLittle, List<Rule> rules) {}

    /**
     * @param when it fires where one of these holds: every answer named has every value named
     * @param nothingBut and these answers hold nothing else
     */
    private record Rule(
            String rule,
            Band band,
            List<Map<String, Set<String>>> when,
            @Nullable Map<String, Set<String>> nothingBut) {
        boolean fires(Map<String, Set<String>> answers) {
            return when.stream().anyMatch(one -> holds(one, answers)) && isOnly(answers);
        }

        private static boolean holds(
                Map<String, Set<String>> wanted, Map<String, Set<String>> answers) {
            return wanted.entrySet().stream()
                    .allMatch(
                            one ->
                                    answers.getOrDefault(one.getKey(), Set.of())
                                            .containsAll(one.getValue()));
        }

        private boolean isOnly(Map<String, Set<String>> answers) {
            return nothingBut == null
                    || nothingBut.entrySet().stream()
                            .allMatch(
                                    one ->
                                            one.getValue()
                                                    .containsAll(
                                                            answers.getOrDefault(
                                                                    one.getKey(), Set.of())));
        }
    }

    /** When there is too little to act on: few words, and no code that says something. */
    private record TooLittle(
            Band band,
            int accountCharactersBelow,
            List<String> nothingIn,
            Set<String> saysNothing) {
        boolean holds(Map<String, Set<String>> answers, String account) {
            return account.strip().length() < accountCharactersBelow
                    && nothingIn.stream()
                            .flatMap(answer -> answers.getOrDefault(answer, Set.of()).stream())
                            .allMatch(saysNothing::contains);
        }
    }

    /** The band of what was told, and why. */
    public static Triage triage(Account account) {
        return of(account.answers(), account.account());
    }

    /** The band of what was told at first and later. */
    static Triage triage(Account account, List<Answer> later) {
        Map<String, Set<String>> answers = account.answers();
        for (Answer answer : later) {
            answer.question()
                    .rules()
                    .ifPresent(name -> answers.merge(name, said(answer), BandRules::both));
        }
        return of(answers, account.account());
    }

    /**
     * What an answer brings that was not known before it, and the band that this leads to. News
     * bring what they say, also where it was said before: it has happened again.
     */
    public static Triage brought(Account account, List<Answer> before, Answer answer) {
        List<Answer> all = new ArrayList<>(before);
        all.add(answer);
        List<String> rules = new ArrayList<>(triage(account, all).rules());
        List<String> alone = answer.question().isNews() ? alone(answer) : List.of();
        List<String> known = triage(account, before).rules();
        rules.removeIf(rule -> known.contains(rule) && !alone.contains(rule));
        return new Triage(worst(rules, TABLE.otherwise()), rules);
    }

    /** How soon a person has to look because of this answer alone. */
    public static Band of(Answer answer) {
        return worst(alone(answer), TABLE.otherwise());
    }

    /** How soon a person has to look because of this code alone. */
    public static Band of(String code) {
        return worst(List.of(code), TABLE.otherwise());
    }

    private static List<String> alone(Answer answer) {
        Map<String, Set<String>> answers = new HashMap<>();
        answer.question().rules().ifPresent(name -> answers.put(name, said(answer)));
        return TABLE.rules().stream().filter(rule -> rule.fires(answers)).map(Rule::rule).toList();
    }

    /** The worst band that one of these rules leads to, if any does. */
    static Band worst(List<String> fired, Band otherwise) {
        return TABLE.rules().stream()
                .filter(rule -> fired.contains(rule.rule()))
                .map(Rule::band)
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static Triage of(Map<String, Set<String>> answers, String account) {
        List<String> fired = new ArrayList<>();
        for (Rule rule : TABLE.rules()) {
            if (rule.fires(answers)) {
                fired.add(rule.rule());
            }
        }
        boolean little = TABLE.tooLittle().holds(answers, account);
        return new Triage(
                worst(fired, little ? TABLE.tooLittle().band() : TABLE.otherwise()), fired);
    }

    private static Set<String> said(Answer answer) {
        Set<String> said = new HashSet<>(answer.codes());
        switch (answer.question()) {
            case HAPPENED -> said.add(ESCALATING);
            case DEADLINE -> said.addAll(Deadlines.codes(answer));
            default -> {}
        }
        if (answer.suspect() != null && answer.suspect().actor() != null) {
            said.add(answer.suspect().actor());
        }
        return said;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Table read() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no rules for the bands");
            }
            return mapper.readValue(file, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules for the bands cannot be read", e);
        }
    }
}
