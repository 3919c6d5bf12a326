package org.amanet.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log that was taken away: exactly one of the four. The first line is {@code log},
 * the last one {@code end}, so that a download which broke off is told from a log that was cut.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogLine(
        @Nullable Start log,
        @Nullable EntryView entry,
        @Nullable CheckpointView checkpoint,
        @Nullable End end) {

    static final String FORMAT = "amanet audit v1";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final ObjectWriter WRITER = JSON.writerFor(LogLine.class);
    private static final ObjectReader READER = JSON.readerFor(LogLine.class);

    /** What follows, and the public half (PEM) of the key that signed its checkpoints. */
    record Start(String format, String key) {}

    /** How many entries there were. */
    record End(long entries) {}

    static LogLine of(Start start) {
        return new LogLine(start, null, null, null);
    }

    static LogLine of(Link link) {
        return new LogLine(null, EntryView.of(link), null, null);
    }

    static LogLine of(Checkpoint point) {
        return new LogLine(null, null, CheckpointView.of(point), null);
    }

    static LogLine of(End end) {
        return new LogLine(null, null, null, end);
    }

    /**
     * Reads a line.
     *
     * @throws IOException when it is none of the four
     */
    static LogLine read(String line) throws IOException {
        LogLine read = READER.readValue(line);
        if (read == null || read.parts() != 1) {
            throw new IOException("not a line of a log");
        }
        return read;
    }

    private int parts() {
        return (log == null ? 0 : 1)
                + (entry == null ? 0 : 1)
                + (checkpoint == null ? 0 : 1)
                + (end == null ? 0 : 1);
    }

    /** The line, without its end. */
    byte[] bytes() {
        try {
            return WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the log cannot be written", e);
        }
    }
}
