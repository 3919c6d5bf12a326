package org.amanet.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.testing.Reports;

/** Somebody at one address, who works for a proof when told to. */
record Sender(HttpClient client, Http http, URI server) {
    private static final int TRIES = 20;

    static Sender at(String address, Service server) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.ofLiteral(address))
                        .build();
        URI loopback = URI.create("http://127.0.0.1:" + server.http().base().getPort());
        return new Sender(client, server.http(), loopback);
    }

    int send(Map<String, Object> report, String key, String proof)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/v1/reports"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header(Gate.HEADER, proof)
                        .POST(
                                BodyPublishers.ofString(
                                        new ObjectMapper().writeValueAsString(report)))
                        .build();
        HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
        return answer.statusCode();
    }

    int send(Map<String, Object> report) throws IOException, InterruptedException {
        return send(report, Reports.key(), "");
    }

    /** As a client that was well made would: with a proof when told, again when busy. */
    int sendInEarnest(Map<String, Object> report) throws IOException, InterruptedException {
        String key = Reports.key();
        int status = send(report, key, "");
        for (int i = 0; i < TRIES && status != 201; i++) {
            status = send(report, key, Work.proofFor(http, key));
        }
        return status;
    }
}
