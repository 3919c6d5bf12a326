package org.amanet.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Hmac;
import org.amanet.staff.Member;

/**
 * Calls programs: with a random id, so that each call is another, and the hour. Whoever gets it
 * knows by the signature that it came from here. Where to call stands in the configuration alone.
 */
@ApplicationScoped
class Hooks {
    private static final String SIGNATURE = "Amanet-Signature";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final NoticeConfig config;
    private final Clock clock;

    Hooks(NoticeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        config.hooks().values().forEach(hook -> requireSafe(hook.url()));
    }

    private static void requireSafe(URI url) {
        boolean local = "http".equals(url.getScheme()) && OURSELVES.contains(url.getHost());
        if (!local && !"https".equals(url.getScheme())) {
            throw new IllegalStateException("amanet.notices.hooks: an address without https");
        }
    }

    boolean isEmpty() {
        return config.hooks().isEmpty();
    }

    /** The member's own, else that of their desk. */
    Optional<NoticeConfig.Hook> of(Member member) {
        return Optional.ofNullable(config.hooks().get(member.id.toString()))
                .or(() -> Optional.ofNullable(config.hooks().get(Objects.toString(member.desk))));
    }

    void call(NoticeConfig.Hook hook) throws Undelivered {
        String body =
                "{\"id\":\"%s\",\"hour\":\"%s\"}"
                        .formatted(
                                UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.HOURS));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(hook.url())
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .header(SIGNATURE, "sha256=" + signature(hook, body))
                            .POST(BodyPublishers.ofString(body))
                            .build();
            if (client.send(request, BodyHandlers.discarding()).statusCode() / 100 != 2) {
                throw new Undelivered(null);
            }
        } catch (IOException e) {
            throw new Undelivered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered(e);
        }
    }

    private static String signature(NoticeConfig.Hook hook, String body) throws IOException {
        byte[] secret = Files.readString(hook.secret()).strip().getBytes(StandardCharsets.UTF_8);
        return Digests.hex(Hmac.sha256(secret, body.getBytes(StandardCharsets.UTF_8)));
    }
}
