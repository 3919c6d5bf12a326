package org.amanet.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amanet.languages.Language;
import org.amanet.languages.Texts;

/** What a page says, held against the language that it says it speaks. */
final class Said {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern HEAD =
            Pattern.compile("<html lang=\"([^\"]*)\" dir=\"([^\"]*)\">");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final int SENTENCE_CHARACTERS = 12;
    private static final Texts WEB = Texts.of("web");

    private final Language language;
    private final Set<String> foreign;

    private Said(Language language, Set<String> foreign) {
        this.language = language;
        this.foreign = foreign;
    }

    static Said in(Language language) {
        var own = sentences(language.tag()).collect(Collectors.toSet());
        var english = sentences("en").filter(sentence -> !own.contains(sentence));
        return new Said(language, english.collect(Collectors.toSet()));
    }

    /** What is wrong with this page. */
    List<String> faults(String page) {
        var faults = new ArrayList<String>();
        Matcher head = HEAD.matcher(page);
        if (!head.find()) {
            faults.add("no language");
        } else if (!head.group(1).equals(language.tag())
                || !head.group(2).equals(language.direction())) {
            faults.add("says " + head.group());
        }
        Matcher title = TITLE.matcher(page);
        if (!title.find() || !title.group(1).equals(WEB.get("layout_title", language))) {
            faults.add("another title");
        }
        if (page.contains("{") || page.contains("NOT_FOUND")) {
            faults.add("a text is missing");
        }
        String text = unescaped(page);
        foreign.stream().filter(text::contains).map(one -> "English: " + one).forEach(faults::add);
        return faults;
    }

    /** The sentences of one language, without what is put into them. */
    private static Stream<String> sentences(String tag) {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(Bundle::read)
                    .filter(file -> file.language().equals(tag))
                    .filter(file -> Audience.of(file.name()) == Audience.EVERYBODY)
                    .flatMap(file -> file.texts().values().stream())
                    .flatMap(text -> Arrays.stream(text.split("\\{[^}]*}")))
                    .map(String::strip)
                    .filter(text -> text.length() >= SENTENCE_CHARACTERS && text.contains(" "))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String page) {
        return page.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
