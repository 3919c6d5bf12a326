package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.amanet.demo.Service;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;

/** One script cannot close the intake for everyone. The addresses stand for two networks. */
class FloodIT {
    private static final int CONNECTIONS = 100;

    @Test
    void somebodyElseIsTakenInWhileOneNetworkFloods() throws Exception {
        try (Service server = Stack.shared().replica(Map.of())) {
            URI base = server.http().base();
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger refused = new AtomicInteger();
            HttpClient script = from("127.0.0.1");
            CompletableFuture<?>[] flood =
                    IntStream.range(0, CONNECTIONS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.runAsync(
                                                    () -> flood(script, base, over, refused),
                                                    Thread::startVirtualThread))
                            .toArray(CompletableFuture[]::new);
            HttpClient person = from("127.0.0.2");
            for (int i = 0; i < 5; i++) {
                assertEquals(201, send(person, base), "a person was turned away");
            }
            over.set(true);
            CompletableFuture.allOf(flood).join();
            assertTrue(refused.get() > 0, "the flood was no flood");
        }
    }

    @Test
    void twentyQuickReportsOfOneNetworkAreAllTakenIn() throws Exception {
        try (Service server = Stack.shared().replica(Map.of())) {
            HttpClient person = from("127.0.0.3");
            for (int i = 0; i < 20; i++) {
                assertEquals(201, send(person, server.http().base()), "report " + i);
            }
            assertEquals(201, send(from("127.0.0.4"), server.http().base()));
        }
    }

    private static void flood(
            HttpClient client, URI base, AtomicBoolean over, AtomicInteger refused) {
        while (!over.get()) {
            try {
                int status = send(client, base);
                if (status == 429 || status == 503) {
                    refused.incrementAndGet();
                    Thread.sleep(100);
                } else {
                    assertEquals(201, status);
                }
            } catch (IOException | InterruptedException e) {
                refused.incrementAndGet();
            }
        }
    }

    private static int send(HttpClient client, URI base) throws IOException, InterruptedException {
        URI loopback = URI.create("http://127.0.0.1:" + base.getPort());
        HttpRequest request =
                HttpRequest.newBuilder(loopback.resolve("/api/v1/reports"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", Reports.key())
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        new ObjectMapper()
                                                .writeValueAsString(Reports.saying("Flood"))))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static HttpClient from(String address) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }
}
