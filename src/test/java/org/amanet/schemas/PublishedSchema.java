package org.amanet.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A schema as it stands under {@code openapi/}, for everybody to read. */
public final class PublishedSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final Schema schema;

    private PublishedSchema(Path file, Schema schema) {
        this.file = file;
        this.schema = schema;
    }

    /** Checks that the published schema is the one that was made, and renews it on request. */
    public static PublishedSchema of(String name, JsonNode made) {
        var file = Path.of("openapi", name);
        try {
            var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n";
            if (Boolean.getBoolean("schemas.renew")) {
                Files.writeString(file, text);
            }
            assertEquals(
                    text,
                    Files.readString(file),
                    file
                            + " is out of date; renew it with: mvn test -Dtest='*SchemaTest'"
                            + " -Dschemas.renew=true");
            return new PublishedSchema(
                    file,
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the schema lets this document through. */
    public boolean accepts(JsonNode document) {
        return schema.validate(
                        document.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
