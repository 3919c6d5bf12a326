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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final int SENTENCE_CHARACTERS = 25;

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
                        (name, files) -> {
                            var english = bundle(name, "en");
                            var spoken = tags(Audience.of(name).languages());
                            var there = files.stream().map(Bundle::language).toList();
                            spoken.stream()
                                    .filter(tag -> !there.contains(tag))
                                    .forEach(tag -> faults.add("no " + name + "_" + tag));
                            files.forEach(
                                    file ->
                                            faults.addAll(
                                                    spoken.contains(file.language())
                                                            ? file.faults(english)
                                                            : file.faultsOfWhatThereIs(english)));
                        });
        assertEquals(List.of(), faults.stream().distinct().toList());
    }

    @Test
    void everyFileIsOfALanguageInTheTable() throws IOException {
        var strangers = new ArrayList<String>();
        var table = tags(List.of(Language.values()));
        var staff = tags(Language.ofStaff());
        bundles()
                .forEach(
                        (name, files) -> {
                            var may = Audience.of(name) == Audience.STAFF ? staff : table;
                            files.stream()
                                    .filter(file -> !may.contains(file.language()))
                                    .forEach(file -> strangers.add(name + "_" + file.language()));
                        });
        assertEquals(List.of(), strangers);
    }

    /** A sentence that stands in two languages was copied, not translated. */
    @Test
    void noSentenceIsTheSameInTwoLanguages() throws IOException {
        var seen = new TreeMap<String, Set<String>>();
        bundles().values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.name().equals("countries"))
                .forEach(
                        file ->
                                file.texts().values().stream()
                                        .filter(text -> text.length() >= SENTENCE_CHARACTERS)
                                        .forEach(
                                                text ->
                                                        seen.computeIfAbsent(
                                                                        text,
                                                                        any -> new TreeSet<>())
                                                                .add(file.language())));
        assertTrue(seen.size() > 300, "there are sentences to look at");
        seen.values().removeIf(languages -> languages.size() == 1);
        assertEquals(Map.of(), seen);
    }

    private static List<String> tags(List<Language> languages) {
        return languages.stream().map(Language::tag).toList();
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
                    List.of("web_ug b has letters of another script: Dawam"),
                    faults("ug", "a=سالام {name}\nb=Dawam\nc=Amanet\n"));
            assertEquals(
                    List.of("web_bo b has letters of another script: 继续"),
                    faults("bo", "a=བཀྲ་ཤིས། {name}\nb=继续\nc=Amanet\n"));
            assertEquals(
                    List.of("web_ru a has letters of another script: Hello"),
                    faults("ru", "a=Hello, друг {name}\nb=Дальше\nc=Amanet\n"));
            assertEquals(
                    List.of("web_fr b has letters of another script: ь"),
                    faults("fr", "a=Bonjour {name}\nb=Suiteь\nc=Amanet\n"));
        }

        @Test
        void namesKeepTheirLetters() {
            assertEquals(
                    List.of(), faults("zh-Hans", "a=您好 {name}\nb=按 Shift 键，不用 WeChat\nc=Amanet\n"));
        }

        @Test
        void numbersThatChangePlacesFromRightToLeft() {
            assertEquals(
                    List.of("web_ug b has two numbers that would change places"),
                    faults("ug", "a=سالام {name}\nb=116 123 گە\nc=Amanet\n"));
            assertEquals(List.of(), faults("ug", "a=سالام {name}\nb=116\\u00a0123 گە\nc=Amanet\n"));
        }

        @Test
        void aMarkForReviewersThatIsLost() {
            var english = Bundle.of("web", "en", "# needs two native reviewers\na=Hello\n");
            assertEquals(
                    List.of("web_de a is not marked as needing two native reviewers"),
                    Bundle.of("web", "de", "a=Hallo\n").faults(english));
        }

        @Test
        void aFileThatIsStillWrittenMayLackTexts() {
            assertEquals(
                    List.of("web_en d is missing"),
                    Bundle.of("web", "tr", "a=Merhaba {name}\nd=Daha\n")
                            .faultsOfWhatThereIs(Bundle.of("web", "en", ENGLISH)));
        }

        @Test
        void anOrderOfOtherCountries() {
            assertEquals(
                    List.of("countries_bo order orders other countries than in English"),
                    Bundle.of("countries", "bo", "order=DE\n")
                            .faults(Bundle.of("countries", "en", "order=DE FR\n")));
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
