package org.amanet.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.amanet.languages.Language;
import org.amanet.sealing.Digests;

/**
 * Which words a person agreed to: a digest of the consent texts as shown in their language. The
 * texts are those of {@link ConsentMessages}, which every page with the consent matrix shows.
 */
public final class ConsentWording {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final String FILE = "messages/consent_%s.properties";
    private static final String DEFAULT_LANGUAGE = "en";
    private static final String VERSION_FILE = "consent/%s_%d.properties";
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{2,12}");
    private static final Map<String, Version> VERSIONS = versions();

    private ConsentWording() {}

    /**
     * SHA-256 (hex) over the sorted consent texts in this language; of the English ones where we
     * have no others.
     */
    public static String hashIn(String language) {
        String known = KNOWN.get(language);
        if (known != null) {
            return known;
        }
        Optional<Properties> texts = read(language);
        if (texts.isPresent()) {
            return KNOWN.computeIfAbsent(language, tag -> digest(texts.get()));
        }
        if (language.equals(DEFAULT_LANGUAGE)) {
            throw new IllegalStateException("no consent texts");
        }
        // Nothing is kept for this tag: whoever sends tags without end must not fill the memory.
        return hashIn(DEFAULT_LANGUAGE);
    }

    /**
     * Words that were once shown, whatever stands on the page today.
     *
     * @param language tag of theirs
     * @param number counted in each language from 1
     * @param texts by the keys of {@link ConsentMessages}
     */
    public record Version(String language, int number, Map<String, String> texts) {
        @Override
        public String toString() {
            return "Version " + number + " in " + language;
        }
    }

    /** The words behind a digest; none where nobody was ever shown such words here. */
    public static Optional<Version> of(String hash) {
        return Optional.ofNullable(VERSIONS.get(hash));
    }

    /** Each version that there ever was stands in a file of its own, which never changes. */
    private static Map<String, Version> versions() {
        Map<String, Version> versions = new HashMap<>();
        for (Language language : Language.values()) {
            int number = 1;
            Optional<Properties> texts = load(VERSION_FILE.formatted(language.tag(), number));
            while (texts.isPresent()) {
                Map<String, String> words = new HashMap<>();
                texts.get().forEach((key, text) -> words.put((String) key, (String) text));
                versions.put(
                        digest(texts.get()),
                        new Version(language.tag(), number, Map.copyOf(words)));
                number++;
                texts = load(VERSION_FILE.formatted(language.tag(), number));
            }
        }
        return Map.copyOf(versions);
    }

    private static String digest(Properties texts) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(texts)
                .forEach((key, text) -> all.append(key).append('=').append(text).append('\n'));
        return Digests.hex(Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Properties> read(String language) {
        return TAG.matcher(language).matches() ? load(FILE.formatted(language)) : Optional.empty();
    }

    private static Optional<Properties> load(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(name)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("the consent texts cannot be read", e);
        }
    }
}
