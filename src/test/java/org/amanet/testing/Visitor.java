package org.amanet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amanet.demo.Http;
import org.amanet.demo.Stack;

/** Somebody with a browser that runs no script: cookies, forms and redirects. */
public final class Visitor {
    private static final Pattern LOGIN = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");

    private final CookieManager cookies = new Jar();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    private final Stack stack;
    private String language = "en";

    public Visitor(Stack stack) {
        this.stack = stack;
    }

    /** Takes loopback for safe, as browsers do: Keycloak's cookies want that. */
    private static final class Jar extends CookieManager {
        Jar() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> loosened = new HashMap<>(headers);
            loosened.replaceAll(
                    (name, values) ->
                            "Set-Cookie".equalsIgnoreCase(name)
                                    ? values.stream().map(Jar::loosened).toList()
                                    : values);
            super.put(uri, loosened);
        }

        private static String loosened(String cookie) {
            return cookie.replaceAll("(?i);\\s*secure", "");
        }
    }

    /** The same, preferring another language. */
    public Visitor reading(String tag) {
        language = tag;
        return this;
    }

    /** A page as it arrived, after all redirects. */
    public record Seen(URI address, HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        /** The first header of that name, or an empty string. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** This page, where its status is the expected one. */
        public Seen require(int expected) {
            if (status() != expected) {
                throw new AssertionError(
                        "expected " + expected + ", got " + status() + " at " + address + text());
            }
            return this;
        }
    }

    /** Asks for a page of the staff, signs in by password, and gives what comes then. */
    public Seen signIn(String name, String path) {
        Seen login = get(path);
        Matcher form = LOGIN.matcher(login.text());
        if (!form.find()) {
            throw new AssertionError("no sign-in form at " + login.address() + login.text());
        }
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        String password = stack.keycloak().password(name);
        return post(action, Map.of("username", name, "password", password));
    }

    public Seen get(String path) {
        return send(HttpRequest.newBuilder(resolved(path)).GET());
    }

    /** The first line of a page that goes on for longer, and an end of it. */
    public String firstLine(String path) {
        HttpRequest request = HttpRequest.newBuilder(resolved(path)).GET().build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> !line.isBlank()).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends a form of our own page. */
    public Seen post(String path, Map<String, String> fields) {
        return post(resolved(path), fields);
    }

    private Seen post(URI address, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(one -> Http.encoded(one.getKey()) + "=" + Http.encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The value of a cookie, where there is one. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private URI resolved(String path) {
        return stack.http().base().resolve(path);
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.header("Accept", "text/html")
                                    .header("Accept-Language", language)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Seen(response.uri(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
