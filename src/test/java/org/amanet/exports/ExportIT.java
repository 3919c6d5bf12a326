package org.amanet.exports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From the first pair of eyes to the investigator's own computer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {
    private static final String ACCOUNT = "He asked who goes to our meetings.";
    private static final String RELATIVES = "my sister who lives near the river";

    private final Stack stack = Stack.shared();
    private final Rows rows = new Rows(stack);

    @TempDir Path folder;

    /** A report as its reporter and as the desk know it. */
    private record Told(UUID id, String receipt) {}

    @BeforeAll
    void hirePeople() {
        stack.add(
                Account.staff("lead-second", "lead", "north"),
                Account.investigator("investigator-fr", "FR"));
    }

    private Session caseworker() {
        return stack.unlocked("caseworker");
    }

    private Session lead() {
        return stack.unlocked("lead");
    }

    private Session investigator() {
        return stack.session("investigator-de");
    }

    private Told told(String country) {
        return told(country, "PSEUDONYM");
    }

    private Told told(String country, String identity) {
        Map<String, Object> report = Reports.whole(ACCOUNT, RELATIVES, country);
        report.put("desk", "north");
        report.put("consent", consent(country, identity));
        Answer accepted = Reports.submitted(stack.http(), report);
        String id =
                rows.text("select id from report where reference = ?", accepted.text("reference"));
        return new Told(UUID.fromString(id), accepted.text("receipt"));
    }

    private static Map<String, Object> consent(String country, String identity) {
        Map<String, Object> consent = new LinkedHashMap<>();
        consent.put("C0", Map.of("granted", true));
        consent.put("C4", Map.of("granted", true, "country", country, "identity", identity));
        consent.put("C5", Map.of("granted", true, "country", country, "identity", "IDENTITY"));
        return consent;
    }

    private Answer decidesAnew(Told told, Map<String, Object> consent) {
        return stack.http()
                .post(
                        "/api/v1/inbox/consent",
                        Map.of("receipt", told.receipt(), "language", "en", "consent", consent));
    }

    private String recipient(String memberState) {
        for (JsonNode one : caseworker().get("/api/v1/exports/recipients").require(200).json()) {
            if (one.path("memberState").asText().equals(memberState)
                    && one.path("vouched").asBoolean()) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("nobody speaks for " + memberState);
    }

    private static Answer preparing(Session who, String recipient, String profile, Told... told) {
        List<UUID> reports = Stream.of(told).map(Told::id).toList();
        return who.post(
                "/api/v1/exports",
                Map.of("recipient", recipient, "profile", profile, "reports", reports));
    }

    private String prepared(Session who, String memberState, Told... told) {
        return preparing(who, recipient(memberState), "POLICE_PROSECUTOR", told)
                .require(201)
                .json()
                .at("/export/id")
                .asText();
    }

    private static Answer approving(Session who, String export) {
        return who.post("/api/v1/exports/" + export + "/approval", Map.of());
    }

    private String approved(Told... told) {
        String export = prepared(caseworker(), "DE", told);
        approving(lead(), export).require(200);
        return export;
    }

    private static Answer pulling(Session who, String export) {
        return who.get("/api/v1/exports/" + export + "/package");
    }

    private String status(String export) {
        return caseworker().get("/api/v1/exports/" + export).require(200).text("status");
    }

    private long pieces(String export) {
        return rows.count(
                "select count(*) from export_piece where export = ?", UUID.fromString(export));
    }

    private static void assertRefused(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("/problems/" + slug, answer.text("type"));
    }

    /** Both at once; what each of them was answered. */
    private static List<Answer> together(Callable<Answer> one, Callable<Answer> other)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (Callable<Answer> act : List.of(one, other)) {
                answers.add(
                        both.submit(
                                () -> {
                                    start.await();
                                    return act.call();
                                }));
            }
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    @Nested
    class FourEyes {
        @Test
        void whoPreparedItCannotApproveIt() {
            String export = prepared(lead(), "DE", told("DE"));
            assertRefused(403, "self-approval", approving(lead(), export));
            assertEquals("PREPARED", lead().get("/api/v1/exports/" + export).text("status"));
            approving(stack.unlocked("lead-second"), export).require(200);
        }

        @Test
        void caseworkerCannotApprove() {
            String export = prepared(lead(), "DE", told("DE"));
            assertEquals(403, approving(caseworker(), export).status());
        }

        @Test
        void ofTwoLeadsAtOnceExactlyOneApproves() throws Exception {
            Session second = stack.unlocked("lead-second");
            for (int round = 0; round < 3; round++) {
                String export = prepared(caseworker(), "DE", told("DE"));
                List<Integer> answers =
                        together(() -> approving(lead(), export), () -> approving(second, export))
                                .stream()
                                .map(Answer::status)
                                .sorted()
                                .toList();
                assertEquals(List.of(200, 409), answers);
                assertEquals(
                        1,
                        rows.count(
                                "select count(*) from audit_entry where act = 'EXPORT_APPROVED' and subject = ?",
                                UUID.fromString(export)));
            }
        }

        @Test
        void leadOfAnotherDeskKnowsNothingOfIt() {
            String export = prepared(caseworker(), "DE", told("DE"));
            Session south = stack.unlocked("lead-alternate");
            Answer foreign = approving(south, export);
            Answer nothing = approving(south, UUID.randomUUID().toString());
            assertRefused(404, "not-found", foreign);
            assertArrayEquals(nothing.body(), foreign.body());
            assertFalse(south.get("/api/v1/exports").require(200).text().contains(export));
        }

        @Test
        void nobodyPreparesAReportThatIsNotTheirs() {
            Told told = told("DE");
            Session south = stack.unlocked("lead-alternate");
            Answer foreign = preparing(south, recipient("DE"), "POLICE_PROSECUTOR", told);
            Answer nothing =
                    preparing(
                            south,
                            recipient("DE"),
                            "POLICE_PROSECUTOR",
                            new Told(UUID.randomUUID(), ""));
            assertRefused(404, "not-found", foreign);
            assertArrayEquals(nothing.body(), foreign.body());
        }
    }

    @Nested
    class TheGate {
        @Test
        void whatIsNotAllowedStaysAndSaysWhy() {
            Told allowed = told("DE");
            Told elsewhere = told("FR");
            Answer answer =
                    preparing(
                            caseworker(), recipient("DE"), "POLICE_PROSECUTOR", allowed, elsewhere);
            JsonNode json = answer.require(201).json();
            assertEquals(1, json.at("/export/reports").asInt());
            assertEquals(1, json.path("kept").size());
            assertEquals(elsewhere.id().toString(), json.at("/kept/0/report").asText());
            assertEquals("OTHER_COUNTRY", json.at("/kept/0/reason").asText());
        }

        @Test
        void withoutAnyConsentNothingIsPrepared() {
            Told told = told("DE");
            for (String profile : List.of("ASYLUM", "SANCTIONS")) {
                Answer answer = preparing(caseworker(), recipient("DE"), profile, told);
                assertRefused(422, "consent-withheld", answer);
                assertTrue(answer.text().contains("NO_CONSENT"), answer.text());
                assertTrue(answer.text().contains("/reports/0"), answer.text());
            }
        }

        @Test
        void consentTakenBackBeforeTheApprovalStopsIt() {
            Told told = told("DE");
            String export = prepared(caseworker(), "DE", told);
            assertEquals(204, decidesAnew(told, Map.of("C0", Map.of("granted", true))).status());
            assertRefused(409, "conflict", approving(lead(), export));
            assertEquals("STOPPED", status(export));
            assertEquals(0, pieces(export));
        }

        @Test
        void consentIsCheckedAgainWhenThePackageIsBuilt() {
            Told told = told("DE");
            String export = prepared(caseworker(), "DE", told);
            decidesAnew(told, Map.of("C0", Map.of("granted", true)));
            // as if the message that stops it had been lost
            rows.change(
                    "update export set status = 'PREPARED' where id = ?", UUID.fromString(export));
            assertRefused(422, "consent-withheld", approving(lead(), export));
            assertEquals("PREPARED", status(export));
            assertEquals(0, pieces(export));
        }

        @Test
        void consentTakenBackBeforeThePullDestroysThePackage() {
            Told told = told("DE");
            String export = approved(told("DE"), told);
            assertTrue(pieces(export) > 0);
            assertEquals(204, decidesAnew(told, Map.of("C0", Map.of("granted", true))).status());
            assertRefused(404, "not-found", pulling(investigator(), export));
            assertFalse(investigator().get("/api/v1/exports").text().contains(export));
            assertEquals("STOPPED", status(export));
            assertEquals(0, pieces(export));
        }

        @Test
        void withdrawalBeforeThePullDestroysThePackage() {
            Told told = told("DE");
            String export = approved(told);
            assertEquals(
                    204,
                    stack.http()
                            .post("/api/v1/inbox/withdrawal", Map.of("receipt", told.receipt()))
                            .status());
            assertRefused(404, "not-found", pulling(investigator(), export));
            assertEquals(0, pieces(export));
        }

        @Test
        void aNoIsNeverLostInARaceWithThePull() throws Exception {
            for (int round = 0; round < 4; round++) {
                Told told = told("DE");
                String export = approved(told);
                List<Answer> answers =
                        together(
                                () -> decidesAnew(told, Map.of("C0", Map.of("granted", true))),
                                () -> pulling(investigator(), export));
                assertEquals(204, answers.get(0).status(), answers.get(0).text());
                boolean pulled = answers.get(1).status() == 200;
                assertEquals(pulled ? "PULLED" : "STOPPED", status(export));
                assertEquals(pulled ? 200 : 404, answers.get(1).status());
            }
        }
    }

    @Nested
    class TheRecipient {
        @Test
        void investigatorOfAnotherStateCannotTellItFromNothing() {
            String export = approved(told("DE"));
            Session french = stack.session("investigator-fr");
            String nothing = UUID.randomUUID().toString();
            for (String path : List.of("", "/package")) {
                Answer foreign = french.get("/api/v1/exports/" + export + path);
                assertRefused(404, "not-found", foreign);
                assertArrayEquals(
                        french.get("/api/v1/exports/" + nothing + path).body(), foreign.body());
            }
            for (String act : List.of("/acknowledgement", "/refusal")) {
                Map<String, Object> body = Map.of("reason", "OTHER");
                Answer foreign = french.post("/api/v1/exports/" + export + act, body);
                assertRefused(404, "not-found", foreign);
            }
            assertEquals("[]", french.get("/api/v1/exports").require(200).text());
            assertEquals("APPROVED", status(export));
            assertEquals(200, pulling(investigator(), export).status());
        }

        @Test
        void investigatorSeesNothingThatWaitsForApproval() {
            String export = prepared(caseworker(), "DE", told("DE"));
            assertRefused(404, "not-found", pulling(investigator(), export));
            assertFalse(investigator().get("/api/v1/exports").text().contains(export));
        }

        @Test
        void investigatorWhoMovedToAnotherStateLeavesEverythingBehind() {
            Account moving = Account.investigator("investigator-moving", "DE");
            stack.add(moving);
            Session session = stack.session(moving.name());
            String member =
                    session.get("/api/v1/staff/me").require(200).json().at("/member/id").asText();
            String export =
                    preparing(caseworker(), member, "POLICE_PROSECUTOR", told("DE"))
                            .require(201)
                            .json()
                            .at("/export/id")
                            .asText();
            approving(lead(), export).require(200);
            rows.change(
                    "update member set member_state = 'FR' where id = ?", UUID.fromString(member));
            assertEquals(403, pulling(session, export).status());
            rows.change(
                    "update member set member_state = 'DE' where id = ?", UUID.fromString(member));
            assertEquals(200, pulling(session, export).status());
        }

        @Test
        void nothingIsPreparedForAKeyThatNobodyStandsFor() {
            stack.keycloak().add(List.of(Account.investigator("investigator-unknown", "NL")));
            String member = registered("investigator-unknown");
            Answer answer = preparing(caseworker(), member, "POLICE_PROSECUTOR", told("NL"));
            assertRefused(409, "key-missing", answer);
            JsonNode listed = caseworker().get("/api/v1/exports/recipients").json();
            assertTrue(
                    listed.findParents("id").stream()
                            .anyMatch(
                                    one ->
                                            one.path("id").asText().equals(member)
                                                    && !one.path("vouched").asBoolean()));
        }

        @Test
        void keyThatChangedAfterPreparationGetsNothing() {
            stack.add(Account.investigator("investigator-at", "AT"));
            String prepared = prepared(caseworker(), "AT", told("AT"));
            String approved = prepared(caseworker(), "AT", told("AT"));
            approving(lead(), approved).require(200);
            String member = registered("investigator-at");
            assertRefused(409, "key-missing", approving(lead(), prepared));
            Session session = stack.session("investigator-at");
            assertRefused(409, "key-missing", pulling(session, approved));
            lead().post("/api/v1/staff/members/" + member + "/vouching", Map.of()).require(204);
            assertRefused(409, "key-missing", approving(lead(), prepared));
            assertRefused(409, "key-missing", pulling(session, approved));
        }

        /** A new key for this investigator, whose private half is forgotten at once. */
        private String registered(String name) {
            try (Identity identity = Identity.generate()) {
                return stack.session(name)
                        .post(
                                "/api/v1/authority/key",
                                Map.of("alias", name, "recipient", identity.recipient().encoded()))
                        .require(201)
                        .text("member");
            }
        }
    }

    @Nested
    class HandingOver {
        @Test
        void stepsComeInTheirOrder() {
            String export = approved(told("DE"));
            String path = "/api/v1/exports/" + export;
            Session investigator = investigator();
            assertRefused(
                    409,
                    "export-not-ready",
                    investigator.post(path + "/acknowledgement", Map.of()));
            assertEquals(200, pulling(investigator, export).status());
            assertEquals(200, pulling(investigator, export).status());
            assertEquals(204, investigator.post(path + "/acknowledgement", Map.of()).status());
            assertEquals("ACKNOWLEDGED", status(export));
            assertRefused(409, "conflict", pulling(investigator, export));
            assertRefused(
                    409,
                    "conflict",
                    investigator.post(path + "/refusal", Map.of("reason", "OTHER")));
            assertEquals(0, pieces(export));
        }

        @Test
        void refusalNeedsAReasonFromTheList() {
            String export = approved(told("DE"));
            String path = "/api/v1/exports/" + export + "/refusal";
            pulling(investigator(), export).require(200);
            assertEquals(400, investigator().post(path, Map.of()).status());
            assertEquals(
                    400, investigator().post(path, Map.of("reason", "I do not like it")).status());
            assertEquals(204, investigator().post(path, Map.of("reason", "TOO_LITTLE")).status());
            Answer seen = caseworker().get("/api/v1/exports/" + export).require(200);
            assertEquals("TOO_LITTLE", seen.text("refusal"));
        }

        @Test
        void overduePackageIsNotHandedOut() {
            String export = approved(told("DE"));
            rows.change(
                    "update export set expires_at = now() - interval '1 minute' where id = ?",
                    UUID.fromString(export));
            assertRefused(409, "conflict", pulling(investigator(), export));
        }

        @Test
        void reporterSeesToWhomItWentAndWhyItWasNotTakenOn() {
            Told told = told("DE");
            String export = approved(told);
            pulling(investigator(), export).require(200);
            String refusal = "/api/v1/exports/" + export + "/refusal";
            assertEquals(
                    204, investigator().post(refusal, Map.of("reason", "TOO_LITTLE")).status());
            JsonNode seen =
                    Reports.inbox(stack.http(), told.receipt())
                            .require(200)
                            .json()
                            .at("/handOvers/0");
            assertEquals("POLICE_PROSECUTOR", seen.path("purpose").asText());
            assertEquals("DE", seen.path("country").asText());
            assertEquals("Police or prosecutor (Germany)", seen.path("inWords").asText());
            assertEquals("TOO_LITTLE", seen.path("refusal").asText());
            assertEquals(
                    List.of(
                            "EXPORT_PREPARED",
                            "EXPORT_APPROVED",
                            "EXPORT_PULLED",
                            "EXPORT_REFUSED"),
                    seen.path("steps").findValuesAsText("act"));
        }

        @Test
        void reporterSeesWhereItWent() {
            Told told = told("DE");
            String export = approved(told);
            pulling(investigator(), export).require(200);
            List<String> acts =
                    Reports.inbox(stack.http(), told.receipt())
                            .require(200)
                            .json()
                            .path("openings")
                            .findValuesAsText("act");
            assertTrue(
                    acts.containsAll(
                            List.of("EXPORT_PREPARED", "EXPORT_APPROVED", "EXPORT_PULLED")),
                    acts.toString());
        }
    }

    @Nested
    class ThePackage {
        private static final Pattern STEP = Pattern.compile("(?m)^ +\\d\\. (.+)$");

        private Path pulled(String export) throws IOException {
            Answer answer = pulling(investigator(), export).require(200);
            Answer view = investigator().get("/api/v1/exports/" + export).require(200);
            assertEquals(view.text("packageSha512"), Digests.hex(Digests.sha512(answer.body())));
            assertEquals(view.json().path("packageSize").asLong(), answer.body().length);
            Path work = Files.createTempDirectory(folder, "investigator");
            Files.copy(stack.key("investigator-de"), work.resolve("key.txt"));
            Files.write(work.resolve(name(view) + ".zip.age"), answer.body());
            return work;
        }

        private String name(Answer view) {
            return "amanet-" + view.text("reference");
        }

        private static Tool shell(Path work, String commands) {
            return Tool.in(work, "bash", "-euo", "pipefail", "-c", commands);
        }

        private Path opened(Path work, String name) {
            Steps steps = Steps.of(name);
            shell(work, steps.open() + " && " + steps.unpack()).run();
            return work.resolve(name).resolve("data");
        }

        @Test
        void leafletSaysHowToOpenAndCheckItWithStandardTools() throws IOException {
            String export = approved(told("DE"), told("DE", "ANONYMOUS"));
            String name = name(investigator().get("/api/v1/exports/" + export));
            String leaflet = Files.readString(opened(pulled(export), name).resolve("README.txt"));
            String commands =
                    STEP.matcher(leaflet)
                            .results()
                            .map(step -> step.group(1))
                            .collect(Collectors.joining("\n"));
            assertEquals(7, commands.lines().count(), leaflet);

            String output = shell(pulled(export), commands).run().text();

            assertTrue(output.contains("Signature Verified Successfully"), output);
            assertTrue(output.contains("data/reports.csv: OK"), output);
            assertTrue(output.contains("manifest-sha512.txt: OK"), output);
            assertEquals(
                    2, output.lines().filter(line -> line.endsWith("report.json: OK")).count());
            String signer = published();
            assertTrue(output.contains(signer), output);
            assertTrue(leaflet.contains(signer), leaflet);
        }

        private String published() throws IOException {
            Path pem = Files.createTempFile(folder, "signing", ".pem");
            Files.write(pem, stack.http().get("/api/v1/exports/signing-key").require(200).body());
            String command = "openssl pkey -pubin -in " + pem + " -outform DER | sha256sum";
            return shell(folder, command).run().text().split(" ")[0];
        }

        @Test
        void changedFileIsNoticed() throws IOException {
            String export = approved(told("DE"));
            String name = name(investigator().get("/api/v1/exports/" + export));
            Path work = pulled(export);
            Path csv = opened(work, name).resolve("reports.csv");
            Files.writeString(csv, Files.readString(csv).replace("meetings", "weddings"));
            Tool check = shell(work.resolve(name), Steps.of(name).files());
            assertEquals(1, check.attempt(new byte[0]).code());
        }

        @Test
        void nobodyElseOpensIt() throws IOException {
            String export = approved(told("DE"));
            String name = name(investigator().get("/api/v1/exports/" + export));
            Path work = pulled(export);
            Files.delete(work.resolve("key.txt"));
            Files.copy(stack.key("investigator-fr"), work.resolve("key.txt"));
            assertFalse(shell(work, Steps.of(name).open()).attempt(new byte[0]).code() == 0);
        }

        @Test
        void whatDoesNotConcernTheRecipientIsNotInIt() throws IOException {
            Told told = told("DE");
            preparing(caseworker(), recipient("DE"), "SECURITY_SERVICE", told).require(201);
            String export = approved(told);
            String name = name(investigator().get("/api/v1/exports/" + export));
            Path data = opened(pulled(export), name);
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file);
                    assertFalse(text.contains(RELATIVES), file.toString());
                    assertFalse(text.contains(told.id().toString()), file.toString());
                    assertFalse(text.contains("C5"), file.toString());
                    assertFalse(text.contains(told.receipt().replace(" ", "")), file.toString());
                }
            }
            String custody = only(data, "custody.csv");
            assertEquals(
                    1,
                    custody.lines().filter(line -> line.contains("EXPORT_PREPARED")).count(),
                    custody);
        }

        @Test
        void anonymousHasNeitherPseudonymNorHour() throws IOException {
            String export = approved(told("DE", "ANONYMOUS"));
            String name = name(investigator().get("/api/v1/exports/" + export));
            Path data = opened(pulled(export), name);
            String report = only(data, "report.json");
            assertTrue(report.contains("\"pseudonym\" : null"), report);
            assertTrue(report.contains("\"whenInOwnWords\" : null"), report);
            Pattern day = Pattern.compile("\"received\" : \"\\d{4}-\\d{2}-\\d{2}\"");
            assertTrue(day.matcher(report).find(), report);
            assertTrue(only(data, "consent.json").contains("\"decided\" : null"));
        }

        @Test
        void pseudonymsAreMadeAnewForEveryExport() throws IOException {
            Told told = told("DE");
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String export = approved(told);
                String name = name(investigator().get("/api/v1/exports/" + export));
                Path data = opened(pulled(export), name);
                seen.add(
                        only(data, "report.json")
                                .replaceAll("(?s).*\"pseudonym\" : (\"[^\"]+\").*", "$1"));
                seen.add(only(data, "custody.csv").lines().skip(1).findFirst().orElseThrow());
            }
            assertEquals(4, seen.stream().distinct().count(), seen.toString());
        }

        private static String only(Path data, String file) throws IOException {
            try (Stream<Path> files = Files.walk(data)) {
                List<Path> found =
                        files.filter(path -> path.getFileName().toString().equals(file)).toList();
                assertEquals(1, found.size());
                return Files.readString(found.getFirst());
            }
        }
    }
}
