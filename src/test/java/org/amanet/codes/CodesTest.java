package org.amanet.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.amanet.languages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {
    private static final int CHIP_MAX_CHARACTERS = 80;

    private final Codes codes = new Codes();

    /** What a person may be shown: level 1 everywhere, and level 2 where it decides the band. */
    private Set<String> shownToReporters() {
        return codes.all().stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> code.level() == 1 || code.code().startsWith("URG."))
                .map(Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void everyCodeThatReportersSeeHasALabelAndNoLabelIsLeftOver(Language language)
            throws IOException {
        assertEquals(shownToReporters(), new TreeSet<>(labels(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void labelsFitOnAChip(Language language) throws IOException {
        labels(language)
                .forEach(
                        (code, label) ->
                                assertTrue(
                                        label.toString().length() <= CHIP_MAX_CHARACTERS,
                                        code.toString()));
    }

    @Test
    void aCodeWithoutALabelShowsItsDescription() {
        assertEquals(
                "come in person to embassy or consulate",
                codes.label("DEM.RETURN.MISSION", Language.FR));
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"DE", "UG"})
    void whatACaseworkerAssignsHasALabelInTheirLanguage(Language language) {
        var without =
                codes.all().stream()
                        .flatMap(list -> list.codes().stream())
                        .filter(code -> code.level() == 2)
                        .filter(
                                code ->
                                        codes.label(code.code(), language)
                                                .equals(code.description()))
                        .map(Code::code)
                        .toList();
        assertEquals(List.of(), without);
    }

    private static Properties labels(Language language) throws IOException {
        var file = "/messages/codes_" + language.tag() + ".properties";
        try (var stream = CodesTest.class.getResourceAsStream(file)) {
            var labels = new Properties();
            labels.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return labels;
        }
    }
}
