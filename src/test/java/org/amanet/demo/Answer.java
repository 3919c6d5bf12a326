package org.amanet.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What a server said. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON, status " + status + ": " + text(), e);
        }
    }

    /** One field of a JSON object, as text. */
    public String text(String field) {
        return json().path(field).asText();
    }

    /** The first header of that name, or an empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** This answer, where its status is the expected one; otherwise an error that shows it. */
    public Answer require(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", got " + status + ": " + text());
        }
        return this;
    }
}
