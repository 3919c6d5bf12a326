package org.amanet.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in every language, with the same places to fill in. */
class MessageFilesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Pattern ARABIC_LETTER = Pattern.compile("\\p{IsArabic}");

    private static Path folder() throws URISyntaxException {
        var found = MessageFilesTest.class.getResource("/messages");
        return Path.of(Objects.requireNonNull(found).toURI());
    }

    static Set<String> bundles() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_[^_]*$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Read line by line, since {@code Properties} would hide a key that is there twice. */
    private static Map<String, String> texts(String bundle, Language language) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        Path file = folder().resolve(bundle + "_" + language.tag() + ".properties");
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                assertEquals(2, parts.length, file + ": " + line);
                assertEquals(null, texts.put(parts[0], parts[1]), parts[0] + " twice in " + file);
            }
        }
        return texts;
    }

    @Test
    void everyFileIsOfABundleAndALanguage() throws Exception {
        Set<String> expected = new TreeSet<>();
        for (String bundle : bundles()) {
            for (Language language : Language.values()) {
                expected.add(bundle + "_" + language.tag() + ".properties");
            }
        }
        try (Stream<Path> files = Files.list(folder())) {
            assertEquals(
                    expected,
                    files.map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertTrue(bundles().containsAll(List.of("problems", "web")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameTexts(String bundle) throws Exception {
        Set<String> keys = texts(bundle, Language.FALLBACK).keySet();
        for (Language language : Language.values()) {
            assertEquals(keys, texts(bundle, language).keySet(), bundle + " " + language);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageFillsInTheSame(String bundle) throws Exception {
        Map<String, Set<String>> expected = parameters(texts(bundle, Language.FALLBACK));
        for (Language language : Language.values()) {
            assertEquals(expected, parameters(texts(bundle, language)), bundle + " " + language);
        }
    }

    private static Map<String, Set<String>> parameters(Map<String, String> texts) {
        Map<String, Set<String>> all = new HashMap<>();
        texts.forEach(
                (key, text) ->
                        all.put(
                                key,
                                PARAMETER
                                        .matcher(text)
                                        .results()
                                        .map(MatchResult::group)
                                        .collect(Collectors.toSet())));
        return all;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void textsAreWordsAndCarryNoMarkup(String bundle) throws Exception {
        for (Language language : Language.values()) {
            texts(bundle, language)
                    .forEach(
                            (key, text) -> {
                                String where = bundle + "_" + language.tag() + " " + key;
                                assertTrue(!text.isBlank(), where);
                                assertEquals(text.strip(), text, where);
                                assertTrue(!text.contains("<") && !text.contains("&"), where);
                                assertTrue(!text.contains("\\"), where);
                            });
        }
    }

    /** But for the names of services, and for lists of codes. */
    @ParameterizedTest
    @MethodSource("bundles")
    void uyghurIsInItsOwnScript(String bundle) throws Exception {
        texts(bundle, Language.UG)
                .forEach(
                        (key, text) ->
                                assertTrue(
                                        ARABIC_LETTER.matcher(text).find()
                                                || key.startsWith("CHN.")
                                                || key.equals("order"),
                                        bundle + "_ug " + key + ": " + text));
    }
}
