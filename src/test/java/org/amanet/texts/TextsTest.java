package org.amanet.texts;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amanet.codes.Codes;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A language is offered when every text stands in it; nothing is said that is no text. */
class TextsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static Map<String, List<Bundle>> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(Bundle::read).collect(groupingBy(Bundle::name));
        }
    }

    private static Bundle bundle(String name, String language) {
        return Bundle.read(MESSAGES.resolve(name + "_" + language + ".properties"));
    }

    @Test
    void everyTextStandsInEveryLanguage() throws IOException {
        var faults = new ArrayList<String>();
        bundles()
                .forEach(
                        (name, languages) -> {
                            var offered = Language.offered().stream().map(Language::tag).sorted();
                            var there = languages.stream().map(Bundle::language).sorted();
                            assertEquals(offered.toList(), there.toList(), name);
                            var english = bundle(name, "en");
                            languages.forEach(one -> faults.addAll(one.faults(english)));
                        });
        assertEquals(List.of(), faults.stream().distinct().toList());
    }

    @Test
    void everyCodeThatIsTappedHasALabel() {
        var tapped =
                new Codes()
                        .all().stream()
                                .flatMap(list -> list.codes().stream())
                                .filter(code -> code.level() == 1)
                                .map(code -> code.code())
                                .toList();
        assertTrue(tapped.size() > 50, "there are codes to look at");
        assertEquals(List.of(), lacking("codes", tapped));
    }

    @Test
    void everyProblemHasItsWords() {
        var keys =
                Stream.of(Problem.values())
                        .map(problem -> problem.name().toLowerCase(Locale.ROOT))
                        .flatMap(name -> Stream.of(name + ".title", name + ".detail"))
                        .toList();
        assertEquals(List.of(), lacking("problems", keys));
    }

    private static List<String> lacking(String name, List<String> keys) {
        return Language.offered().stream()
                .map(language -> bundle(name, language.tag()))
                .flatMap(
                        bundle ->
                                keys.stream()
                                        .filter(key -> !bundle.texts().containsKey(key))
                                        .map(key -> bundle.language() + " " + key))
                .toList();
    }

    @Test
    void noTemplateSpeaksForItself() throws IOException {
        Map<String, List<String>> found;
        try (var files = Files.walk(TEMPLATES)) {
            found =
                    files.filter(file -> file.toString().endsWith(".html"))
                            .collect(
                                    Collectors.toMap(
                                            Path::toString, file -> HardCoded.words(read(file))));
        }
        assertTrue(found.size() > 5, "there are templates to look at");
        found.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), found);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checks above can fail. */
    @Nested
    class OnSamples {
        private static final String ENGLISH = "a=Hello {name}\nb=Go on\nc=Amanet\n";

        private static List<String> faults(String language, String content) {
            return Bundle.of("web", language, content).faults(Bundle.of("web", "en", ENGLISH));
        }

        @Test
        void goodFiles() {
            assertEquals(List.of(), faults("de", "a=Hallo {name}\nb=Weiter\nc=Amanet\n"));
            assertEquals(List.of(), faults("ug", "a=سالام {name}\nb=داۋام\nc=Amanet\n"));
            assertEquals(List.of(), faults("en", ENGLISH));
        }

        @Test
        void missingAndSurplusKeys() {
            assertEquals(
                    List.of("web_de b is missing", "web_en d is missing"),
                    faults("de", "a=Hallo {name}\nc=Amanet\nd=Mehr\n"));
        }

        @Test
        void otherParameters() {
            assertEquals(
                    List.of("web_de a has other parameters than in English"),
                    faults("de", "a=Hallo {nam}\nb=Weiter\nc=Amanet\n"));
        }

        @Test
        void emptyUntranslatedAndTwice() {
            assertEquals(
                    List.of(
                            "web_de a stands twice",
                            "web_de b is not translated",
                            "web_de c is empty"),
                    faults("de", "a=Hallo {name}\na=Hallo {name}\nb=Go on\nc=\n"));
        }

        @Test
        void blankAtTheEnd() {
            assertEquals(
                    List.of("web_de b begins or ends with a blank"),
                    faults("de", "a=Hallo {name}\nb=Weiter \nc=Amanet\n"));
        }

        @Test
        void anotherScript() {
            assertEquals(
                    List.of("web_ug b is not in Uyghur"),
                    faults("ug", "a=سالام {name}\nb=Dawam\nc=Amanet\n"));
        }

        @Test
        void markup() {
            assertEquals(
                    List.of("web_de b carries markup"),
                    faults("de", "a=Hallo {name}\nb=<b>Weiter</b>\nc=Amanet\n"));
            assertEquals(
                    List.of("web_de b carries markup"),
                    faults("de", "a=Hallo {name}\nb=Weiter&nbsp;hier\nc=Amanet\n"));
        }

        @Test
        void templates() {
            assertEquals(
                    List.of(),
                    HardCoded.words(
                            """
                            {@java.lang.String name}
                            <!-- why -->{! a note !}
                            <p title="{web:a}" class="lead">{web:b} &middot; Amanet {name ?: '}'} 112</p>
                            <script src="/leave.js" defer></script>
                            <pre dir="ltr"><code>age -d {name}</code></pre>
                            <option value="DE"{#if at('DE')} selected{/if}>{country.name}</option>
                            """));
            assertEquals(List.of("Hello"), HardCoded.words("<p>Hello {name}</p>"));
            assertEquals(List.of("Close"), HardCoded.words("<a title=\"Close\">{web:a}</a>"));
            assertEquals(
                    List.of("Send"), HardCoded.words("<input type=\"submit\" value=\"Send\">"));
            assertEquals(List.of("بەت"), HardCoded.words("<h1>بەت</h1>"));
            assertEquals(
                    List.of("script or style", "run"), HardCoded.words("<script>run()</script>"));
        }
    }
}
