package org.amanet.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.amanet.problems.Failures;

/**
 * Asks the identity provider for sign-ins that failed: they happen there and not here, and belong
 * into our log all the same. Off where no secret is configured.
 */
@ApplicationScoped
class SignInEvents {
    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    private final WatchConfig config;
    private final FailedLogins logins;
    private final ObjectMapper json;
    private boolean silent;

    SignInEvents(WatchConfig config, FailedLogins logins, ObjectMapper json) {
        this.config = config;
        this.logins = logins;
        this.json = json;
    }

    @Scheduled(
            identity = "failed sign-ins",
            every = "{amanet.watch.every}",
            delayed = "{amanet.watch.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (config.secret().isEmpty()) {
            return;
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            read(client, token(client, config.secret().get()));
            logins.forget();
            silent = false;
        } catch (IOException e) {
            complain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Newest first, until a page brings nothing new. */
    private void read(HttpClient client, String token) throws IOException, InterruptedException {
        for (int first = 0; ; first += PAGE) {
            String query = "?type=LOGIN_ERROR&first=" + first + "&max=" + PAGE;
            HttpRequest request =
                    request(URI.create(administration() + "/events" + query))
                            .header("Authorization", "Bearer " + token)
                            .build();
            List<FailedLogin> page = new ArrayList<>();
            answer(client, request).forEach(event -> page.add(login(event)));
            if (logins.tell(page) == 0) {
                return;
            }
        }
    }

    private static FailedLogin login(JsonNode event) {
        String error = event.path("error").asText();
        return new FailedLogin(
                event.path("id").asText(),
                Instant.ofEpochMilli(event.path("time").asLong()),
                RefusedRequests.id(event.path("userId").asText()),
                CODE.matcher(error).matches() ? error : "other");
    }

    private String token(HttpClient client, String secret)
            throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id="
                        + encoded(config.client())
                        + "&client_secret="
                        + encoded(secret);
        HttpRequest request =
                request(URI.create(config.realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return answer(client, request).path("access_token").asText();
    }

    /** {@code …/realms/name} becomes {@code …/admin/realms/name}. */
    private String administration() {
        return config.realm().toString().replaceFirst("/realms/([^/]+)/?$", "/admin/realms/$1");
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private JsonNode answer(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return json.readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Once, until it works again. */
    private void complain(IOException failure) {
        if (!silent) {
            silent = true;
            Failures.log("failed sign-ins cannot be read", failure);
        }
    }
}
