package org.amanet.problems;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.amanet.languages.Language;
import org.jspecify.annotations.Nullable;

/**
 * How the answer is wanted.
 *
 * @param page as a page for a person, not as a document for a program
 * @param home where the person goes on from a page that says no
 */
record Asked(boolean page, Language language, String home) {
    private static final String HTML = "text/html";

    Asked(boolean page, Language language) {
        this(page, language, "/" + language.tag() + "/");
    }

    static Asked of(String path, @Nullable String accept, @Nullable String acceptLanguage) {
        var page = !path.startsWith("/api/") && accept != null && wantsHtml(accept);
        return home(path)
                .map(home -> new Asked(page, Language.bestOfStaff(acceptLanguage), home))
                .orElseGet(() -> new Asked(page, language(path, acceptLanguage)));
    }

    /** Where those who work here begin; reporters begin on the first page in their language. */
    private static Optional<String> home(String path) {
        return Stream.of("/desk", "/authority").filter(path::startsWith).findFirst();
    }

    private static boolean wantsHtml(String accept) {
        return accept.toLowerCase(Locale.ROOT).contains(HTML);
    }

    private static Language language(String path, @Nullable String acceptLanguage) {
        var end = path.indexOf('/', 1);
        var first = end < 0 ? "" : path.substring(1, end);
        return Language.of(first).orElseGet(() -> Language.best(acceptLanguage));
    }
}
