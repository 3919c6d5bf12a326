package org.amanet.languages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Texts whose keys come from data (problems, codes) in every language. Pages use Qute's message
 * bundles instead, which are checked against the templates when building.
 */
public final class Texts {
    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);
    private final String bundle;

    private Texts(String bundle, List<Language> languages) {
        this.bundle = bundle;
        for (var language : languages) {
            byLanguage.put(language, read("messages/" + bundle + "_" + language.tag()));
        }
    }

    /** Reads {@code messages/<bundle>_<tag>.properties} of every language. */
    public static Texts of(String bundle) {
        return new Texts(bundle, Language.offered());
    }

    /** The same of what only those who work here read. */
    public static Texts ofStaff(String bundle) {
        return new Texts(bundle, Language.ofStaff());
    }

    /** The text, if there is one under this key. */
    public Optional<String> find(String key, Language language) {
        return Optional.ofNullable(byLanguage.get(language)).map(texts -> texts.getProperty(key));
    }

    /** The text; a missing one is an error of ours. */
    public String get(String key, Language language) {
        return find(key, language)
                .orElseThrow(() -> new IllegalStateException("no text " + bundle + "." + key));
    }

    private static Properties read(String name) {
        var loader = Thread.currentThread().getContextClassLoader();
        var texts = new Properties();
        try (var stream = loader.getResourceAsStream(name + ".properties")) {
            if (stream == null) {
                throw new IllegalStateException("no texts " + name);
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
