package org.amanet.problems;

import java.util.Locale;
import org.amanet.languages.Language;
import org.jspecify.annotations.Nullable;

/**
 * How the answer is wanted.
 *
 * @param page as a page for a person, not as a document for a program
 */
record Asked(boolean page, Language language) {
    private static final String HTML = "text/html";

    static Asked of(String path, @Nullable String accept, @Nullable String acceptLanguage) {
        var page = !path.startsWith("/api/") && accept != null && wantsHtml(accept);
        return new Asked(page, language(path, acceptLanguage));
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
