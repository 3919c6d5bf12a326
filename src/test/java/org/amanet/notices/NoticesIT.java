package org.amanet.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amanet.demo.Account;
import org.amanet.demo.PostOffice;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Case;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** That something waits is told, once, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesIT {
    private static final String PATH = "/api/v1/desk/notices";
    private static final String LEAD = "told-lead@example.org";
    private static final String CASEWORKER = "told-caseworker@example.org";
    private static final String SECRET = "shared with the program";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Stack stack = Stack.shared();
    private final PostOffice post = stack.post();
    private final Rows rows = new Rows(stack);

    private final BlockingQueue<String[]> calls = new ArrayBlockingQueue<>(10);
    private HttpServer program;
    private Service other;

    @TempDir Path folder;

    /** Another server of the deployment, which alone knows of a program. */
    @BeforeAll
    void startAnother() throws IOException {
        stack.add(Account.staff("caseworker-south", "caseworker", "south"));
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext(
                "/",
                call -> {
                    String body =
                            new String(
                                    call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    String signature = call.getRequestHeaders().getFirst("Amanet-Signature");
                    calls.add(new String[] {body, signature});
                    call.sendResponseHeaders(204, -1);
                    call.close();
                });
        program.start();
        Path secret = Files.writeString(stack.folder().resolve("program.secret"), SECRET + "\n");
        Map<String, String> settings = new HashMap<>(post.settings());
        String url = "http://127.0.0.1:" + program.getAddress().getPort() + "/";
        settings.put("amanet.notices.hooks.south.url", url);
        settings.put("amanet.notices.hooks.south.secret", secret.toString());
        other = stack.replica(settings);
    }

    @BeforeAll
    void wishToBeTold() {
        stack.unlocked("lead").put(PATH, mail(LEAD)).require(204);
        stack.unlocked("caseworker").put(PATH, mail(CASEWORKER)).require(204);
    }

    private static Map<String, String> mail(String address) {
        return Map.of("way", "MAIL", "address", address);
    }

    @AfterAll
    void wishNoMore() {
        for (String name : List.of("lead", "caseworker")) {
            stack.unlocked(name).put(PATH, Map.of("way", "NONE")).require(204);
        }
        post.close();
        other.close();
        program.stop(0);
    }

    /** Both have looked in, and nothing is on its way. */
    @BeforeEach
    void beginAnew() {
        post.open();
        lookedIn();
    }

    /** What is being sent at this moment still arrives. */
    private void lookedIn() {
        lookIn("lead");
        lookIn("caseworker");
        await("nothing waits", this::nothingWaits);
        lookIn("lead");
        lookIn("caseworker");
    }

    /** Reports of other tests grow late meanwhile, and whoever was told of one is told no more. */
    private boolean nothingWaits() {
        if (waiting() == 0) {
            return true;
        }
        due();
        lookIn("lead");
        lookIn("caseworker");
        return false;
    }

    private void lookIn(String name) {
        stack.unlocked(name).get("/api/v1/desk/reports?limit=1").require(200);
    }

    private long waiting() {
        return rows.count("select count(*) from notice");
    }

    private long lettersTo(String address) {
        return post.letters().stream().filter(one -> one.to().equals(address)).count();
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), what);
            pause(100);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Case urgent() {
        Map<String, Object> report = Reports.whole("Waiting with a name in it", "an aunt", "DE");
        report.put("danger", "NOW");
        return Case.of(stack, report);
    }

    @Test
    void everyMailIsTheSameAndSaysNothing() {
        long lead = lettersTo(LEAD);
        long caseworker = lettersTo(CASEWORKER);
        Case one = urgent();
        await("both are told", () -> lettersTo(LEAD) > lead && lettersTo(CASEWORKER) > caseworker);
        Set<String> shown =
                post.letters().stream()
                        .map(PostOffice.Letter::shown)
                        .map(String::strip)
                        .collect(Collectors.toSet());
        assertEquals(1, shown.size(), shown.toString());
        String text = post.letters().toString();
        assertTrue(text.contains("Subject: Something waits for you"), text);
        String reference = rows.text("select reference from report where id = ?::uuid", one.id());
        for (String secret :
                List.of(
                        reference,
                        one.id(),
                        "P0",
                        "P1",
                        "Desk North",
                        "north",
                        "Waiting with",
                        "http")) {
            assertFalse(text.contains(secret), secret);
        }
    }

    @Test
    void nothingMoreIsToldUntilTheyLookIn() {
        long before = lettersTo(LEAD);
        urgent();
        await("told", () -> lettersTo(LEAD) == before + 1);
        urgent();
        await("it waits", () -> waiting() > 0);
        pause(2500);
        assertEquals(before + 1, lettersTo(LEAD), "within the hour");
        lookIn("lead");
        urgent();
        await("told again", () -> lettersTo(LEAD) == before + 2);
    }

    @Test
    void whatIsNotUrgentIsNotTold() {
        Case.of(stack);
        assertEquals(0, waiting());
    }

    @Test
    void replyIsToldToWhoeverHasTheReport() {
        Case mine = Case.of(stack);
        Session caseworker = stack.unlocked("caseworker");
        String tag = caseworker.get(mine.path()).require(200).header("ETag");
        String me = caseworker.get("/api/v1/staff/me").json().at("/member/id").asText();
        caseworker
                .put(mine.path() + "/assignment", Map.of("member", me), "If-Match", tag)
                .require(200);
        assertEquals(0, waiting(), "nobody is told of what they did themselves");
        long before = lettersTo(CASEWORKER);
        long lead = lettersTo(LEAD);
        stack.http()
                .post("/api/v1/inbox/replies", Map.of("receipt", mine.receipt(), "text", "more"))
                .require(204);
        await("told", () -> lettersTo(CASEWORKER) == before + 1);
        assertEquals(lead, lettersTo(LEAD), "only whoever has it");
    }

    @Test
    void requestThatWaitsForAnotherLeadIsTold() {
        Case own = Case.of(stack, Reports.whole("To be approved", "an uncle", "DE"));
        lookedIn();
        long before = lettersTo(LEAD);
        String recipient =
                stack.session("investigator-de")
                        .get("/api/v1/staff/me")
                        .json()
                        .at("/member/id")
                        .asText();
        stack.unlocked("caseworker")
                .post(
                        "/api/v1/exports",
                        Map.of(
                                "recipient",
                                recipient,
                                "profile",
                                "POLICE_PROSECUTOR",
                                "reports",
                                List.of(own.id())))
                .require(201);
        await("told", () -> lettersTo(LEAD) > before);
    }

    @Test
    void timeThatRunsOutIsTold() {
        Case slow = Case.of(stack);
        long before = lettersTo(LEAD);
        rows.change(
                "update report set due_at = now() + interval '1 hour' where id = ?",
                UUID.fromString(slow.id()));
        rows.change(
                "update report set due_from = now() - interval '9 hours', stage_until = now()"
                        + " where id = ?",
                UUID.fromString(slow.id()));
        await("told", () -> lettersTo(LEAD) > before);
    }

    @Test
    void nothingIsLostWhileTheMailServerIsAway() {
        post.close();
        long before = lettersTo(LEAD);
        urgent();
        await("tried", () -> rows.count("select coalesce(max(attempts), 0) from notice") > 0);
        assertTrue(
                rows.text("select bool_and(due_at > now() + interval '30 seconds') from notice")
                        .startsWith("t"),
                "and left for later");
        post.open();
        due();
        await("told in the end", () -> lettersTo(LEAD) == before + 1 && waiting() == 0);
    }

    private void due() {
        rows.count(
                "with now_due as (update notice set due_at = now() returning 1)"
                        + " select count(*) from now_due");
    }

    @Test
    void nothingGoesOverALineInClear() {
        post.openInClear();
        int before = post.letters().size();
        urgent();
        await("refused", () -> rows.count("select coalesce(max(attempts), 0) from notice") > 0);
        assertEquals(before, post.letters().size());
        post.open();
        due();
        await("told", () -> post.letters().size() >= before + 2);
    }

    /** Another one runs all the while, with the same mail. */
    @Test
    void twoServersTellOnce() {
        for (int i = 0; i < 2; i++) {
            lookedIn();
            int before = post.letters().size();
            urgent();
            await("both", () -> post.letters().size() >= before + 2 && waiting() == 0);
            pause(1200);
            assertEquals(before + 2, post.letters().size());
        }
    }

    @Test
    void addressIsInClearNowhere() throws IOException {
        Path dump = folder.resolve("dump");
        stack.postgres().dump(dump);
        String all = Files.readString(dump);
        assertFalse(all.contains(LEAD) || all.contains("told-lead"));
        assertEquals(
                "age-encryption.org/v1",
                rows.text(
                        "select convert_from(substring(sealed for 21), 'UTF8') from notice_wish"
                                + " limit 1"));
        assertEquals(LEAD, stack.unlocked("lead").get(PATH).require(200).text("address"));
        try (var logs = Files.walk(stack.logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(log).contains("told-lead"), log.toString());
            }
        }
    }

    @Test
    void programIsCalledWithASignatureAndTheHour() throws Exception {
        Session south = stack.unlockedAt(other, "caseworker-south");
        south.put(PATH, Map.of("way", "HOOK")).require(204);
        Map<String, Object> report = Reports.whole("Far away", "a cousin", "SE");
        report.put("danger", "NOW");
        report.put("desk", "south");
        Reports.submitted(stack.http(), report);
        String[] call = calls.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        south.put(PATH, Map.of("way", "NONE")).require(204);
        JsonNode body = new ObjectMapper().readTree(call[0]);
        assertEquals(2, body.size(), call[0]);
        UUID.fromString(body.path("id").asText());
        assertTrue(body.path("hour").asText().endsWith(":00:00Z"), call[0]);
        assertEquals("sha256=" + hmac(SECRET, call[0]), call[1]);
    }

    private static String hmac(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void pageKeepsWhatIsTypedAndSaysWhatIsWrong() {
        Visitor visitor = new Visitor(stack);
        visitor.signIn("caseworker", "/desk/vault").require(200);
        visitor.post(
                        "/desk/vault/session",
                        Map.of(
                                "passphrase",
                                stack.passphrase("caseworker"),
                                "then",
                                "/desk/notices"))
                .require(200);
        assertTrue(visitor.get("/desk/notices").require(200).text().contains(CASEWORKER));
        Map<String, String> bad = Map.of("way", "MAIL", "address", "not an address");
        var said = visitor.post("/desk/notices", bad).require(422);
        assertTrue(said.text().contains("value=\"not an address\""), said.text());
        assertTrue(said.text().contains("role=\"alert\""));
        visitor.post("/desk/notices", mail(CASEWORKER)).require(200);
        assertEquals(400, stack.unlocked("lead").put(PATH, mail("a@b\r\nBcc: c@d.e")).status());
        assertEquals(400, stack.unlocked("lead").put(PATH, Map.of("way", "HOOK")).status());
    }
}
