package org.amanet.intake;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.amanet.sealing.Digests;

/** What the build bundled for the browser, and the digests by which the browser knows it. */
@TemplateExtension(namespace = "scripts")
final class Scripts {
    private static final Properties BUNDLES = bundles();
    private static final String LETTER_SCRIPT = text("browser/letter.js");
    private static final String LETTER_STYLE = text("META-INF/resources/style.css");

    private Scripts() {}

    /** Where a bundle lies: {@code form} or {@code sealing}. Its name changes with its content. */
    static String src(String bundle) {
        return BUNDLES.getProperty(bundle + ".src");
    }

    static String integrity(String bundle) {
        return BUNDLES.getProperty(bundle + ".integrity");
    }

    /** The script of the letter, to stand in the page itself. */
    static RawString letter() {
        return new RawString(LETTER_SCRIPT);
    }

    /** As what the script of the letter saves what it has sealed. */
    static String letterFile() {
        return "letter.age";
    }

    static RawString letterStyle() {
        return new RawString(LETTER_STYLE);
    }

    /** What a content security policy calls these two. */
    static String letterSource() {
        return source(LETTER_SCRIPT);
    }

    static String letterStyleSource() {
        return source(LETTER_STYLE);
    }

    private static String source(String text) {
        byte[] digest = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static Properties bundles() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text("browser/scripts.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the build bundled no " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
