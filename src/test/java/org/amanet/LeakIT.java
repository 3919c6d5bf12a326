package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Randomness;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * After the whole way, nothing that a person wrote stands anywhere at rest: not in a dump of the
 * database, not in its files, not in any log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakIT {
    private final Stack stack = Stack.shared();
    private final Map<String, String> secrets = new LinkedHashMap<>();

    @TempDir Path folder;

    private String canary(String what) {
        String word = "Canary-" + Randomness.token(12);
        secrets.put(what, word);
        return word;
    }

    @BeforeAll
    void carryAReportTheWholeWay() {
        Map<String, Object> report =
                Reports.whole(
                        "They said " + canary("account") + " on the phone",
                        canary("relatives"),
                        "DE");
        report.put("excludeText", canary("whom the reporter does not trust"));
        report.put("when", Map.of("kind", "ABOUT", "about", canary("time in own words")));
        Http reporter = stack.http();
        String receipt = Reports.submitted(reporter, report).text("receipt");
        secrets.put("receipt, grouped", receipt);
        secrets.put("receipt", receipt.replace(" ", ""));

        Session lead = stack.unlocked("lead");
        String id = newest(lead);
        String path = "/api/v1/desk/reports/" + id;
        assertTrue(lead.get(path).require(200).text().contains(secrets.get("account")));
        assertTrue(
                lead.post(path + "/relatives", Map.of("reason", canary("reason")))
                        .text()
                        .contains(secrets.get("relatives")));
        lead.post(path + "/notes", Map.of("text", canary("note")));
        lead.post(path + "/messages", Map.of("text", canary("message")));
        reporter.post("/api/v1/inbox/replies", Map.of("receipt", receipt, "text", canary("reply")));
        assertTrue(Reports.inbox(reporter, receipt).text().contains(secrets.get("message")));
        assertTrue(lead.get(path).require(200).text().contains(secrets.get("reply")));
        hasty(reporter, receipt);
        secrets.put("passphrase", stack.passphrase("lead"));
        secrets.put("bearer token", lead.token());
        secrets.put("vault token", lead.vaultToken());
    }

    /** What goes wrong must not be written down either. */
    private void hasty(Http reporter, String receipt) {
        String word = canary("a request that was refused");
        reporter.post("/api/v1/reports", "{\"account\": \"" + word + "\", \"" + word + "\": 1}");
        reporter.post("/api/v1/inbox", "{\"receipt\": \"" + receipt + word);
        reporter.get("/en/" + word + "?q=" + word);
        reporter.form("/en/report", Map.of("account", word));
        reporter.get("/api/v1/staff/me", "Authorization", "Bearer " + word);
        reporter.get(
                "/en/report",
                "User-Agent",
                canary("browser"),
                "Referer",
                "https://example.org/" + canary("where from"),
                "X-Forwarded-For",
                "203.0.113.77");
        secrets.put("address", "203.0.113.77");
    }

    /** The queue is in order of urgency; the report is the one whose account has the word. */
    private String newest(Session lead) {
        for (JsonNode row :
                lead.get("/api/v1/desk/reports?limit=200&band=P1").json().path("items")) {
            String id = row.path("id").asText();
            if (lead.get("/api/v1/desk/reports/" + id).text().contains(secrets.get("account"))) {
                return id;
            }
        }
        throw new AssertionError("the report is not in the queue");
    }

    @Test
    void dumpOfTheDatabaseHoldsNothingReadable() throws IOException {
        Path dump = folder.resolve("dump.sql");
        stack.postgres().dump(dump);
        String text = Files.readString(dump);
        assertTrue(text.contains("audit_entry") && text.length() > 10_000, "there is no dump");
        assertEquals(List.of(), found(text, dump));
    }

    @Test
    void filesOfTheDatabaseHoldNothingReadable() throws IOException {
        assertEquals(List.of(), foundBelow(stack.folder().resolve("postgres")));
    }

    @Test
    void logsHoldNothingOfAnybody() throws IOException {
        assertEquals(List.of(), foundBelow(stack.logs()));
    }

    private List<String> foundBelow(Path below) throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                all.addAll(found(text, below.relativize(file)));
            }
        }
        return all;
    }

    private List<String> found(String text, Path where) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .map(secret -> secret.getKey() + " in " + where)
                .toList();
    }
}
