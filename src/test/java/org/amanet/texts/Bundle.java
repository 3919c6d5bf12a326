package org.amanet.texts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One message file as it stands, and what is wrong with it beside the English one.
 *
 * @param twice keys that stand more than once
 * @param marked keys whose texts two native speakers still have to read
 */
record Bundle(
        String name,
        String language,
        Map<String, String> texts,
        Set<String> twice,
        Set<String> marked) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Pattern MARKUP = Pattern.compile("[<>]|&#?\\w+;");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Two numbers that a line from right to left would put in the wrong order. */
    private static final Pattern TURNED = Pattern.compile("\\d[ \\-\u2013]\\d");

    private static final Pattern MARKED =
            Pattern.compile("(?m)^# needs two native reviewers\\R(?:#.*\\R)*([^#=\\s]+)=");

    private static final Map<String, Set<String>> SAME_AS_ENGLISH = sameAsEnglish();

    static Bundle read(Path file) {
        try {
            var words = file.getFileName().toString().replace(".properties", "").split("_", 2);
            return of(words[0], words[1], Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bundle of(String name, String language, String content) {
        var twice = new TreeSet<String>();
        var texts = new TreeMap<String, String>();
        try {
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (texts.put((String) key, (String) value) != null) {
                        twice.add((String) key);
                    }
                    return value;
                }
            }.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var marked = MARKED.matcher(content).results().map(found -> found.group(1));
        return new Bundle(
                name,
                language,
                texts,
                twice,
                marked.collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, Set<String>> sameAsEnglish() {
        try (var file =
                Files.newBufferedReader(Path.of("src/test/resources/same-as-english.properties"))) {
            var lists = new Properties();
            lists.load(file);
            return lists.stringPropertyNames().stream()
                    .collect(
                            Collectors.toMap(
                                    language -> language,
                                    language ->
                                            Set.copyOf(
                                                    Arrays.asList(
                                                            lists.getProperty(language)
                                                                    .split("; ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything wrong with this file; {@code english} is the file it is held against. */
    List<String> faults(Bundle english) {
        var faults = new ArrayList<String>();
        missing(english, this, faults);
        faults.addAll(faultsOfWhatThereIs(english));
        return faults;
    }

    /** The same of a file that is still being written: it may lack texts. */
    List<String> faultsOfWhatThereIs(Bundle english) {
        var faults = new ArrayList<String>();
        twice.forEach(key -> faults.add(at(key) + " stands twice"));
        missing(this, english, faults);
        texts.forEach(
                (key, text) -> {
                    own(key, text, faults);
                    beside(key, text, english, faults);
                });
        return faults;
    }

    private static void missing(Bundle there, Bundle here, List<String> faults) {
        for (String key : there.texts.keySet()) {
            if (!here.texts.containsKey(key)) {
                faults.add(here.at(key) + " is missing");
            }
        }
    }

    private void own(String key, String text, List<String> faults) {
        if (text.isBlank()) {
            faults.add(at(key) + " is empty");
        }
        if (!text.equals(text.strip())) {
            faults.add(at(key) + " begins or ends with a blank");
        }
        if (MARKUP.matcher(text).find()) {
            faults.add(at(key) + " carries markup");
        }
        if (language.equals("ug") && TURNED.matcher(text).find()) {
            faults.add(at(key) + " has two numbers that would change places");
        }
        if (!isOrder(key)) {
            script(key, PARAMETER.matcher(text).replaceAll(""), faults);
        }
    }

    /**
     * Those who work here read commands and answers of programs, which no script writes otherwise.
     */
    private void script(String key, String text, List<String> faults) {
        var script = Script.of(language);
        var foreign = script.foreign(text);
        var commands = Audience.of(name) == Audience.STAFF && script.isIn(text);
        if (!foreign.isEmpty() && !commands) {
            faults.add(at(key) + " has letters of another script: " + foreign);
        }
    }

    private void beside(String key, String text, Bundle english, List<String> faults) {
        var original = english.texts.get(key);
        if (original == null || language.equals("en")) {
            return;
        }
        if (!parameters(text).equals(parameters(original))) {
            faults.add(at(key) + " has other parameters than in English");
        }
        if (isOrder(key) && !countries(text).equals(countries(original))) {
            faults.add(at(key) + " orders other countries than in English");
        }
        if (text.equals(original) && !mayBeTheSame(key, text)) {
            faults.add(at(key) + " is not translated");
        }
        if (english.marked.contains(key) && !marked.contains(key)) {
            faults.add(at(key) + " is not marked as needing two native reviewers");
        }
    }

    /** Countries are often called the same in languages that share the letters. */
    private boolean mayBeTheSame(String key, String text) {
        var words = PARAMETER.matcher(Script.withoutNames(text)).replaceAll("");
        return isOrder(key)
                || !LETTER.matcher(words).find()
                || SAME_AS_ENGLISH.getOrDefault(language, Set.of()).contains(text)
                || (name.equals("countries") && Script.of(language).isLatin());
    }

    /** The order of a list is no text. */
    private boolean isOrder(String key) {
        return name.equals("countries") && key.equals("order");
    }

    private static Set<String> countries(String order) {
        return new TreeSet<>(Arrays.asList(order.split(" ")));
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private String at(String key) {
        return name + "_" + language + " " + key;
    }
}
