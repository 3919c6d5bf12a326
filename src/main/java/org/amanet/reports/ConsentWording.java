package org.amanet.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.amanet.sealing.Digests;

/**
 * Which words a person agreed to: a digest of the consent texts as shown in their language. The
 * texts are those of {@link ConsentMessages}, which every page with the consent matrix shows.
 */
public final class ConsentWording {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final String FILE = "messages/consent_%s.properties";
    private static final String DEFAULT_LANGUAGE = "en";
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{2,12}");

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

    private static String digest(Properties texts) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(texts)
                .forEach((key, text) -> all.append(key).append('=').append(text).append('\n'));
        return Digests.hex(Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Properties> read(String language) {
        if (!TAG.matcher(language).matches()) {
            return Optional.empty();
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FILE.formatted(language))) {
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
