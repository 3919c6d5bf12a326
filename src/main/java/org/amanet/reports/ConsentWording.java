package org.amanet.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.amanet.sealing.Digests;

/** Which words a person agreed to: a digest of the consent texts as shown in their language. */
public final class ConsentWording {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final String FILE = "/messages/consent_%s.properties";
    private static final String DEFAULT_LANGUAGE = "en";

    private ConsentWording() {}

    /**
     * SHA-256 (hex) over the sorted consent texts in this language; of the English ones where we
     * have no others.
     */
    public static String hashIn(String language) {
        return KNOWN.computeIfAbsent(language, ConsentWording::compute);
    }

    private static String compute(String language) {
        try (InputStream texts = find(language)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
            StringBuilder all = new StringBuilder();
            new TreeMap<>(properties)
                    .forEach((key, text) -> all.append(key).append('=').append(text).append('\n'));
            return Digests.hex(Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("the consent texts cannot be read", e);
        }
    }

    private static InputStream find(String language) throws IOException {
        InputStream own = ConsentWording.class.getResourceAsStream(FILE.formatted(language));
        InputStream texts =
                own != null
                        ? own
                        : ConsentWording.class.getResourceAsStream(
                                FILE.formatted(DEFAULT_LANGUAGE));
        if (texts == null) {
            throw new IOException("no consent texts");
        }
        return texts;
    }
}
