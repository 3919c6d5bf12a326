package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.testing.Case;
import org.amanet.testing.Papers;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that mean harm, and the walls that they are read behind. */
class HostileFilesIT {
    private static final Stack STACK = Stack.shared();
    private static final Sandbox SANDBOX = new Sandbox(Configured.with(Map.of()));
    private static final long MEBIBYTE = 1024L * 1024;

    private final Session lead = STACK.unlocked("lead");

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static Stream<Arguments> hostile() {
        byte[] whole = Papers.written(Papers.noise(200, 200), "png");
        byte[] document = Papers.document(List.of("cut"), "");
        return Stream.of(
                Arguments.of("points that fill every memory", Papers.flood(60_000), "FAILED"),
                Arguments.of("more points than we draw", Papers.flood(12_000), "FAILED"),
                Arguments.of(
                        "an image that is none", bytes("\u0089PNG\r\n\u001a\nnothing"), "FAILED"),
                Arguments.of("an image cut off in its head", Arrays.copyOf(whole, 30), "FAILED"),
                Arguments.of(
                        "a photograph that is a page", bytes("\u00ff\u00d8\u00ff<html>"), "FAILED"),
                Arguments.of("a document that is none", bytes("%PDF-1.7 <script>"), "FAILED"),
                Arguments.of("a document without an end", Arrays.copyOf(document, 60), "FAILED"),
                Arguments.of("sound that is none", bytes("OggS and nothing"), "FAILED"),
                Arguments.of(
                        "a film that is none", bytes("\0\0\0\u0018ftypisom nothing"), "FAILED"),
                Arguments.of(
                        "a picture that is none", bytes("\0\0\0\u0018ftypheic nothing"), "FAILED"),
                Arguments.of("words that fill every disk", talk(), "SIZE"),
                Arguments.of("an office file that fills every disk", office(), "TOOL"),
                Arguments.of(
                        "a drawing that asks others",
                        bytes("<svg><image href='http://x'/></svg>"),
                        ""),
                Arguments.of("a page that runs", bytes("<html><script>alert(1)</script>"), ""));
    }

    private static byte[] talk() {
        return Papers.archive(Map.of("_chat.txt", new byte[(int) (80 * MEBIBYTE)]));
    }

    private static byte[] office() {
        return Papers.archive(Map.of("word/document.xml", new byte[(int) (80 * MEBIBYTE)]));
    }

    /** Either it is said why there is no copy, or the copy is plain words. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void harmIsMarkedAndEverythingElseGoesOn(String name, byte[] content, String obstacle) {
        Case report = Case.of(STACK);
        String id = Sending.whole(STACK.http(), report.receipt(), name, content).id();
        JsonNode view = report.view(lead, id);
        assertEquals(
                obstacle, view.path("obstacle").asText("").replace("null", ""), view.toString());
        Answer copy = report.rendition(lead, id, 1);
        if (obstacle.isEmpty()) {
            assertTrue(copy.require(200).header("Content-Type").startsWith("text/plain"));
        } else {
            assertEquals(422, copy.status());
        }
        assertTrue(STACK.service().residentBytes() < 700 * MEBIBYTE);
        STACK.http().get("/q/health/ready").require(200);
    }

    @Test
    void deepOnesAreDrawnOrMarkedButNeverFatal() {
        Case report = Case.of(STACK);
        byte[] deep = Papers.deep(200_000);
        String id = Sending.whole(STACK.http(), report.receipt(), "deep", deep).id();
        int status = report.rendition(lead, id, 1).status();
        assertTrue(status == 200 || status == 422, "answered with " + status);
    }

    /** Nobody is called by a document that asks for it, and its script runs nowhere. */
    @Test
    void whatADocumentWouldFetchIsNotFetched() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            stranger.setSoTimeout(300);
            String address = "http://127.0.0.1:" + stranger.getLocalPort() + "/seen";
            byte[] document =
                    Papers.document(
                            List.of("a letter"),
                            "/OpenAction 6 0 R",
                            "<</S/URI/URI(" + address + ")>>");
            Case report = Case.of(STACK);
            String id = Sending.whole(STACK.http(), report.receipt(), "letter", document).id();
            BufferedImage page = Papers.read(report.rendition(lead, id, 1).require(200).body());
            assertEquals(1600, page.getHeight());
            assertThrows(IOException.class, stranger::accept, "somebody called");
        }
    }

    /**
     * Two files in one: what is drawn is the one that its first bytes name, and the rest is gone.
     */
    @Test
    void ofTwoFilesInOneOneIsLeft() {
        byte[] image = Papers.written(Papers.noise(20, 20), "png");
        byte[] both = Arrays.copyOf(image, image.length + 200);
        byte[] other = bytes("PK\u0003\u0004<script>canary-polyglot</script>");
        System.arraycopy(other, 0, both, image.length, other.length);
        Case report = Case.of(STACK);
        String id = Sending.whole(STACK.http(), report.receipt(), "two", both).id();
        byte[] copy = report.rendition(lead, id, 1).require(200).body();
        assertFalse(new String(copy, ISO_8859_1).contains("canary-polyglot"));
        assertEquals(20, Papers.read(copy).getWidth());
    }

    private static String inside(String line) throws IOException {
        Walls walls = Walls.of(256 * MEBIBYTE, 16 * MEBIBYTE, Duration.ofSeconds(5), List.of());
        Sandbox.Job job =
                new Sandbox.Job(
                        new Recipe(line, List.of()).with(),
                        out -> out.write(bytes("read me")),
                        walls,
                        MEBIBYTE,
                        Duration.ofSeconds(5));
        try (Staged answer = SANDBOX.run(job)) {
            return new String(answer.reader().readAllBytes(), UTF_8).strip();
        }
    }

    private static Obstacle stopped(String line) {
        Refusal refusal = assertThrows(Refusal.class, () -> inside(line));
        return Obstacle.of(refusal).orElseThrow();
    }

    @Test
    void behindTheWallsThereIsNothing() throws IOException {
        assertEquals("read me", inside("cat"));
        assertEquals("65534", inside("id -u"));
        assertEquals("lo", inside("sed -n 's/^ *\\([a-z0-9]*\\):.*/\\1/p' /proc/net/dev"));
        assertEquals(
                "HOME LANG PATH PWD", inside("env | sed 's/=.*//' | sort | grep -v '^_$' | xargs"));
        assertEquals("no", inside("test -e /etc/passwd && echo yes || echo no"));
        assertEquals("no", inside("test -e /home && echo yes || echo no"));
        assertEquals("no", inside("(: >/here) 2>/dev/null && echo yes || echo no"));
        assertEquals("no", inside("unshare -U true 2>/dev/null && echo yes || echo no"));
        assertEquals("", inside("ls -A /tmp"));
        assertEquals("0000000000000000", inside("sed -n 's/^CapEff:\\s*//p' /proc/self/status"));
        assertEquals("1", inside("sed -n 's/^NoNewPrivs:\\s*//p' /proc/self/status"));
    }

    @Test
    void whatAsksForTooMuchIsStopped() {
        assertEquals(Obstacle.FAILED, stopped("head -c 1G /dev/zero | tail"));
        assertEquals(Obstacle.FAILED, stopped("head -c 64M /dev/zero >/tmp/large"));
        assertEquals(Obstacle.SIZE, stopped("head -c 64M /dev/zero"));
        assertEquals(Obstacle.FAILED, stopped("exit 3"));
        assertEquals(Obstacle.FAILED, stopped("kill -SEGV $$"));
        assertEquals(Obstacle.TIME, stopped("sleep 9731 & sleep 9731"));
        Instant patience = Instant.now().plus(Duration.ofSeconds(5));
        while (Instant.now().isBefore(patience) && goesOn("sleep 9731")) {
            Thread.onSpinWait();
        }
        assertFalse(goesOn("sleep 9731"), "something goes on");
    }

    private static boolean goesOn(String command) {
        return ProcessHandle.allProcesses()
                .anyMatch(one -> one.info().commandLine().orElse("").endsWith(command));
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsAskedToComeBack() throws Exception {
        Sandbox narrow =
                new Sandbox(
                        Configured.with(
                                Map.of(
                                        "amanet.evidence.rendition.at-once", "1",
                                        "amanet.evidence.rendition.waiting", "1",
                                        "amanet.evidence.rendition.patience", "300ms")));
        Sandbox.Job slow =
                new Sandbox.Job(
                        List.of("/usr/bin/sleep", "1"),
                        Sandbox.Source.NOTHING,
                        narrow.walls(),
                        100,
                        Duration.ofSeconds(9));
        List<Callable<String>> crowd = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            crowd.add(() -> outcome(narrow, slow));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> outcomes = new ArrayList<>();
            for (var one : threads.invokeAll(crowd)) {
                outcomes.add(one.get());
            }
            outcomes.sort(null);
            assertEquals(List.of("busy", "busy", "busy", "done"), outcomes);
        }
    }

    private static String outcome(Sandbox sandbox, Sandbox.Job job) throws IOException {
        try (Staged answer = sandbox.run(job)) {
            return "done";
        } catch (Refusal refusal) {
            assertEquals(Problem.BUSY, refusal.problem());
            assertEquals(Duration.ofSeconds(5), refusal.retryAfter());
            return "busy";
        }
    }

    @Test
    void withoutWallsNothingRuns() {
        Map<String, String> open = Map.of("amanet.evidence.rendition.isolation", "NONE");
        Map<String, String> disk = Map.of("amanet.evidence.rendition.shelf", "target");
        for (Map<String, String> settings : List.of(open, disk)) {
            Sandbox unsafe = new Sandbox(Configured.with(settings));
            assertFalse(unsafe.isSafe());
            Sandbox.Job job =
                    new Sandbox.Job(
                            List.of("/usr/bin/true"),
                            Sandbox.Source.NOTHING,
                            unsafe.walls(),
                            1,
                            Duration.ofSeconds(1));
            Refusal refusal = assertThrows(Refusal.class, () -> unsafe.run(job));
            assertEquals(Obstacle.ISOLATION, Obstacle.of(refusal).orElseThrow());
        }
    }
}
