package org.amanet.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amanet.codes.Codes;
import org.amanet.languages.Language;

/**
 * A rule that fired, in words: either ours, under a key, or the label of the code that made it
 * fire.
 *
 * @param key of our texts; empty where there is a label
 */
record Rule(String key, String label) {
    private static final String OURS = "DANGER.";

    static List<Rule> of(List<String> rules, Codes codes, Language language) {
        return rules.stream().map(rule -> of(rule, codes, language)).toList();
    }

    private static Rule of(String rule, Codes codes, Language language) {
        if (rule.startsWith(OURS)) {
            return new Rule("danger_" + rule.substring(OURS.length()).toLowerCase(Locale.ROOT), "");
        }
        String label =
                Arrays.stream(rule.split("\\+"))
                        .map(code -> codes.label(code, language))
                        .collect(Collectors.joining(" + "));
        return new Rule("", label);
    }
}
