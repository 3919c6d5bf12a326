package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.problems.Refusal;

/** Which programs make the copies, with their versions: asked once, and said beside each copy. */
@ApplicationScoped
class Tools {
    private static final Pattern VERSION = Pattern.compile("version ([0-9A-Za-z.+:~-]{1,40})");
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;
    private static final Recipe FFMPEG = new Recipe("ffmpeg -version", List.of());
    private static final Recipe POPPLER = new Recipe("pdftoppm -v 2>&1", List.of());

    private final Sandbox sandbox;
    private final Map<Recipe, String> versions = new ConcurrentHashMap<>();

    Tools(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** In the order in which they work. */
    String of(Recipe recipe) {
        String last = "ffmpeg" + version(FFMPEG);
        if (recipe.equals(Recipe.HEIC)) {
            return "heif-convert, " + last;
        }
        if (recipe.equals(VoiceReader.RECIPE)) {
            return "silk-wasm, " + last;
        }
        if (recipe.equals(Recipe.PDF)) {
            return "pdftoppm" + version(POPPLER) + ", " + last;
        }
        return recipe.equals(Recipe.OFFICE)
                ? "soffice, pdftoppm" + version(POPPLER) + ", " + last
                : last;
    }

    private String version(Recipe asking) {
        String known = versions.get(asking);
        if (known != null) {
            return known;
        }
        String found = asked(asking);
        versions.put(asking, found);
        return found;
    }

    private String asked(Recipe asking) {
        Sandbox.Job job =
                new Sandbox.Job(
                        asking.with(), Sandbox.Source.NOTHING, sandbox.walls(), MOST_BYTES, TIME);
        try (Staged answer = sandbox.run(job)) {
            String words = new String(answer.reader().readAllBytes(), UTF_8);
            Matcher version = VERSION.matcher(words);
            return version.find() ? " " + version.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("a version cannot be read", e);
        } catch (Refusal silent) {
            return "";
        }
    }
}
