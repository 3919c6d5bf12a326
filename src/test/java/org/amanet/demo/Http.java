package org.amanet.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests to one server, as an outsider or with the headers that are given. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;

    public Http(URI base) {
        this.base = base;
    }

    /** The address under which the server is reached. */
    public URI base() {
        return base;
    }

    /** GET; headers as name, value, name, value. */
    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** POST of JSON; a string is sent as it is, anything else is written as JSON. */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), with("application/json", headers));
    }

    /** PUT of JSON. */
    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), with("application/json", headers));
    }

    /** DELETE. */
    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** POST of a form, as a browser sends it from our own page. */
    public Answer form(String path, Map<String, String> fields, String... headers) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return form(path, body, headers);
    }

    /** POST of a form that is encoded already. */
    public Answer form(String path, String body, String... headers) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                with("application/x-www-form-urlencoded", headers));
    }

    /** A form field or value, encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Any method and body. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether it answers this path with 200. */
    boolean answers(String path) {
        try {
            return get(path).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String[] with(String type, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = type;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
