package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Randomness;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.amanet.testing.Sending;
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
        report.put(
                "suspects",
                List.of(
                        Map.of(
                                "actor",
                                "ACT.PRC",
                                "words",
                                canary("who it was"),
                                "traces",
                                List.of(
                                        Map.of(
                                                "type",
                                                "SEL.TEL",
                                                "value",
                                                canary("a number of theirs"))))));
        report.put("contact", Map.of("way", canary("another way to the reporter")));
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
        Map<String, Object> later =
                Map.of("question", "WHO", "suspect", Map.of("words", canary("answered later")));
        reporter.post("/api/v1/inbox/answers", Map.of("receipt", receipt, "answer", later))
                .require(204);
        for (Map<String, Object> news :
                List.of(
                        Map.<String, Object>of(
                                "question", "HAPPENED", "words", canary("what happened")),
                        Map.<String, Object>of(
                                "question", "DEADLINE", "words", canary("a deadline")),
                        Map.<String, Object>of(
                                "question", "RELATIVES", "words", canary("relatives, later")),
                        Map.<String, Object>of(
                                "question", "EXCLUSIONS", "words", canary("not trusted, later")))) {
            reporter.post("/api/v1/inbox/answers", Map.of("receipt", receipt, "answer", news))
                    .require(204);
        }
        assertTrue(Reports.inbox(reporter, receipt).text().contains(secrets.get("message")));
        assertTrue(lead.get(path).require(200).text().contains(secrets.get("reply")));
        selectors(path, lead);
        files(reporter, receipt, path, lead);
        hasty(reporter, receipt);
        secrets.put("passphrase", stack.passphrase("lead"));
        secrets.put("bearer token", lead.token());
        secrets.put("vault token", lead.vaultToken());
    }

    /** Put down, compared, asked about, and linked to a report that carries the same. */
    private void selectors(String path, Session lead) {
        String value = canary("selector");
        secrets.put("selector, as it is compared", value.toLowerCase(Locale.ROOT));
        Map<String, Object> wish =
                Map.of(
                        "type",
                        "SEL.ACC.WECHAT_ID",
                        "value",
                        value,
                        "whose",
                        "ACTOR",
                        "confidence",
                        "SURE");
        Map<String, Object> another = Reports.saying("Somebody else with the same account");
        another.put("desk", "north");
        String reference = Reports.submitted(stack.http(), another).text("reference");
        String other =
                Database.text(stack, "select id::text from report where reference = ?", reference);
        String links = "/api/v1/desk/reports/" + other;
        String selector =
                lead.post(path + "/selectors", wish)
                        .require(201)
                        .json()
                        .at("/selectors/0/id")
                        .asText();
        lead.post(links + "/selectors", wish).require(201);
        lead.post(
                        path + "/selectors/" + selector + "/questions",
                        Map.of("text", canary("question to a colleague")))
                .require(204);
        String link =
                lead.post(path + "/links", Map.of("other", other, "text", canary("link's note")))
                        .require(201)
                        .json()
                        .at("/links/0/id")
                        .asText();
        lead.post("/api/v1/desk/links/" + link + "/confirmation", Map.of()).require(204);
        lead.post(
                        "/api/v1/desk/links/" + link + "/undoing",
                        Map.of("reason", canary("why a link was undone")))
                .require(204);
        assertTrue(lead.get(path + "/links").text().contains(secrets.get("link's note")));
    }

    /** In pieces and by a form, whole and broken off; opened by the lead. */
    private void files(Http reporter, String receipt, String path, Session lead) {
        byte[] large = new byte[Sending.PIECE_BYTES + 100_000];
        put(large, 1_000, canary("a file's first piece"));
        put(large, Sending.PIECE_BYTES + 50_000, canary("a file's last piece"));
        Sending whole = Sending.whole(reporter, receipt, canary("a file's name"), large);
        lead.get(path + "/exhibits/" + whole.id()).require(200);
        byte[] cut = new byte[Sending.PIECE_BYTES * 2];
        put(cut, 1_000, canary("a file that is on its way"));
        put(cut, Sending.PIECE_BYTES + 1_000, canary("a piece that was cut"));
        Sending half = Sending.begun(reporter, receipt, canary("its name"), cut.length);
        half.breakOff(reporter, 0, cut, Sending.PIECE_BYTES + 500_000);
        secrets.put("upload token", half.token());
        String form =
                """
                --x\r
                Content-Disposition: form-data; name="receipt"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                \r
                %s\r
                --x--\r
                """
                        .formatted(receipt, canary("a form's name"), canary("a form's file"));
        reporter.send(
                        "POST",
                        "/en/inbox/files",
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "multipart/form-data; boundary=x")
                .require(200);
    }

    private static void put(byte[] into, int at, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, into, at, bytes.length);
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

    @Test
    void temporaryFilesHoldNothingOfAnybody() throws IOException {
        assertEquals(List.of(), foundBelow(stack.folder().resolve("tmp")));
    }

    /** Also not in files without a name, while a form is on its way. */
    @Test
    void whatIsOnItsWayIsOnTheDiskUnderASealOnly() throws Exception {
        String word = canary("a form that is on its way");
        String receipt = Reports.submitted(stack.http(), Reports.saying("x")).text("receipt");
        String head =
                """
                POST /en/inbox/files HTTP/1.1\r
                Host: localhost\r
                Content-Type: multipart/form-data; boundary=x\r
                Content-Length: 20000000\r
                \r
                --x\r
                Content-Disposition: form-data; name="receipt"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                \r
                """
                        .formatted(receipt, word);
        URI base = stack.http().base();
        try (Socket line = new Socket(base.getHost(), base.getPort())) {
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                line.getOutputStream().write((word + ".".repeat(60_000)).getBytes());
            }
            line.getOutputStream().flush();
            List<String> open = List.of();
            for (int i = 0; i < 100 && open.isEmpty(); i++) {
                Thread.sleep(100);
                open = nameless();
            }
            assertTrue(open.stream().anyMatch(text -> text.startsWith("age-encryption.org/v1")));
            assertTrue(open.stream().noneMatch(text -> text.contains(word)));
        }
    }

    /** The content of files that the service has open and that have no name any more. */
    private List<String> nameless() throws IOException {
        Path descriptors = Path.of("/proc/" + stack.service().pid() + "/fd");
        List<String> contents = new ArrayList<>();
        try (Stream<Path> open = Files.list(descriptors)) {
            for (Path one : open.toList()) {
                try {
                    if (Files.readSymbolicLink(one).toString().endsWith(".age (deleted)")) {
                        byte[] content = Files.readAllBytes(one);
                        contents.add(new String(content, StandardCharsets.ISO_8859_1));
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    continue;
                }
            }
        }
        contents.removeIf(String::isEmpty);
        return contents;
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
