package org.amanet.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls what the build bundled for the browser, as the browser does, under node. */
public final class Script {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("target/classes/META-INF/resources");
    private static final Path RUNNER = Path.of("src/test/resources/browser/run.mjs");

    private final List<Map<String, Object>> wishes = new ArrayList<>();

    /** One call, to be made with the others. */
    public Script then(String call, Object... with) {
        wishes.add(Map.of("call", call, "with", with));
        return this;
    }

    /** What came of them, in their order; each has a value or an error. */
    public List<JsonNode> run() {
        try {
            byte[] input = JSON.writeValueAsBytes(wishes);
            Tool node =
                    Tool.in(
                            Path.of("."),
                            "node",
                            RUNNER.toString(),
                            bundle("sealing").toString(),
                            bundle("form").toString());
            List<JsonNode> answers = new ArrayList<>();
            JSON.readTree(node.run(input).output()).forEach(answers::add);
            return answers;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a single call. */
    public static JsonNode call(String call, Object... with) {
        JsonNode answer = new Script().then(call, with).run().getFirst();
        if (answer.has("error")) {
            throw new AssertionError(answer.get("error").asText());
        }
        return answer.path("value");
    }

    /** The error of a single call. */
    public static String error(String call, Object... with) {
        return new Script().then(call, with).run().getFirst().path("error").asText();
    }

    /** A bundle: {@code sealing} for what touches a key, {@code form} for the screens. */
    public static Path bundle(String name) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-\\w+\\.js"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the build bundled nothing"));
        }
    }
}
