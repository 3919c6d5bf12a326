package org.amanet.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.amanet.demo.ReverseProxy;
import org.amanet.demo.Service;
import org.amanet.demo.Stack;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;

/** What stands before the service keeps nothing, and each visitor stays a visitor of their own. */
class ProxyIT {
    private static final String ONE = "127.0.0.71";
    private static final String ANOTHER = "127.0.0.72";

    private final Stack stack = Stack.shared();
    private final String word = "Canary-" + Randomness.token(12);

    @Test
    void behindNginxNothingIsKeptAndEachVisitorHasAQuota() throws Exception {
        Map<String, String> behind =
                Map.of(
                        "quarkus.http.proxy.proxy-address-forwarding", "true",
                        "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                        "amanet.http.reports-per-minute", "1");
        try (Service server = stack.replica(behind);
                ReverseProxy proxy = stack.reverseProxy(server)) {
            HttpClient one = visitor(ONE, proxy);
            assertEquals(201, one.send(report(proxy.base()), discarding()).statusCode());
            assertEquals(429, one.send(report(proxy.base()), discarding()).statusCode());
            assertEquals(
                    201,
                    visitor(ANOTHER, proxy).send(report(proxy.base()), discarding()).statusCode());
            assertEquals(413, one.send(oversized(proxy.base()), discarding()).statusCode());
            HttpResponse<Void> page = one.send(get(proxy.base(), "/ug"), discarding());
            assertTrue(page.headers().firstValue("Strict-Transport-Security").isPresent());
            assertTrue(page.headers().firstValue("Onion-Location").isPresent());
            HttpResponse<Void> desk = one.send(get(proxy.base(), "/desk"), discarding());
            assertTrue(desk.headers().firstValue("Onion-Location").isEmpty());
            assertEquals(404, one.send(get(proxy.base(), "/q/health"), discarding()).statusCode());
            assertEquals(308, one.send(get(proxy.plain(), "/ug"), discarding()).statusCode());
            for (String trace : List.of(word, ONE, ANOTHER)) {
                assertEquals(List.of(), holding(trace, proxy.folder(), stack.logs()), trace);
            }
        }
    }

    /** Tor names each circuit by a local address, in a line before the request. */
    @Test
    void eachCircuitOfTheOnionServiceHasAQuota() throws IOException {
        Map<String, String> behind =
                Map.of(
                        "quarkus.http.proxy.use-proxy-protocol", "true",
                        "amanet.http.receipts-per-minute", "1");
        try (Service server = stack.replica(behind)) {
            int port = server.http().base().getPort();
            assertEquals("HTTP/1.1 200 OK", inbox(port, "fc00:dead:beef:4dad::1:25"));
            assertEquals(
                    "HTTP/1.1 429 Too Many Requests", inbox(port, "fc00:dead:beef:4dad::1:25"));
            assertEquals("HTTP/1.1 200 OK", inbox(port, "fc00:dead:beef:4dad::1:26"));
        }
    }

    private static String inbox(int port, String circuit) throws IOException {
        String body = "{\"receipt\":\"%s\"}".formatted(Receipt.generate().grouped());
        String request =
                """
                PROXY TCP6 %s ::1 65535 %d\r
                POST /api/v1/inbox HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s"""
                        .formatted(circuit, port, body.length(), body);
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    private HttpRequest report(URI base) throws IOException {
        String body = new ObjectMapper().writeValueAsString(Reports.saying(word));
        return HttpRequest.newBuilder(base.resolve("/api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Reports.key())
                .header("X-Forwarded-For", "192.0.2." + (body.hashCode() & 0x7f))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest oversized(URI base) {
        return HttpRequest.newBuilder(base.resolve("/en/inbox"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("receipt=" + word.repeat(150_000)))
                .build();
    }

    private static HttpRequest get(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }

    private static HttpResponse.BodyHandler<Void> discarding() {
        return HttpResponse.BodyHandlers.discarding();
    }

    private static HttpClient visitor(String address, ReverseProxy proxy)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", certificate(proxy));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    private static Certificate certificate(ReverseProxy proxy)
            throws GeneralSecurityException, IOException {
        try (var file = Files.newInputStream(proxy.folder().resolve("fullchain.pem"))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private static List<Path> holding(String trace, Path... folders) throws IOException {
        try (Stream<Path> all = Stream.of(folders).flatMap(ProxyIT::files)) {
            return all.filter(file -> contains(file, trace)).toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean contains(Path file, String trace) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(trace);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
