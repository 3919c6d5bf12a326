package org.amanet.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;

/** Who reads many different reports is noticed, then stopped, until a lead says why not. */
class ReadingRateIT {
    private static final Stack STACK = Stack.shared();
    private static final String READER = "quick-reader";
    private static final Map<String, String> STRICT =
            Map.of(
                    "amanet.reading.hour-alarm", "1",
                    "amanet.reading.hour-most", "3",
                    "amanet.reading.day-most", "100");

    private static List<String> filed(int count) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add(Told.filed(STACK, Reports.saying("One of many to read, number " + i)));
        }
        return paths;
    }

    /** Counts begin anew with every hour of the clock. */
    private static void awaitRoomInTheHour() throws InterruptedException {
        Instant now = Instant.now();
        Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        if (Duration.between(now, next).toSeconds() < 45) {
            Thread.sleep(Duration.between(now, next).plusSeconds(1));
        }
    }

    @Test
    void whoReadsTooManyIsStoppedUntilALeadSaysWhyNot() throws Exception {
        awaitRoomInTheHour();
        STACK.add(Account.staff(READER, "caseworker", "north"));
        List<String> paths = filed(8);
        try (Service strict = STACK.replica(STRICT)) {
            Session reader = STACK.unlockedAt(strict, READER);
            assertEquals(3, atOnce(reader, paths), "as many as are allowed, however they ask");
            String read = paths.stream().filter(path -> opens(reader, path)).findFirst().get();
            String refused = paths.stream().filter(path -> !opens(reader, path)).findFirst().get();
            Answer stopped = reader.get(refused).require(429);
            assertTrue(stopped.text("type").endsWith("reading-too-much"), stopped.text());
            assertTrue(Integer.parseInt(stopped.header("Retry-After")) > 0);
            reader.get(refused + "/exhibits").require(429);
            reader.post(refused + "/relatives", Map.of("reason", "none")).require(429);
            reader.get(read).require(200);
            aBatchIsNoReading(reader, paths);
            theirReportsAloneCount(reader);
            released(reader, refused);
        }
    }

    private static boolean opens(Session reader, String path) {
        return reader.get(path).status() == 200;
    }

    private static long atOnce(Session reader, List<String> paths) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> crowd = new ArrayList<>();
            paths.forEach(path -> crowd.add(() -> reader.get(path).status()));
            long opened = 0;
            for (Future<Integer> status : threads.invokeAll(crowd)) {
                opened += status.get() == 200 ? 1 : 0;
            }
            return opened;
        }
    }

    private static void aBatchIsNoReading(Session reader, List<String> paths) {
        List<String> ids = paths.stream().map(path -> path.replaceAll(".*/", "")).toList();
        String told =
                reader.post(
                                "/api/v1/desk/batches",
                                Map.of("reports", ids, "status", "ACKNOWLEDGED"))
                        .require(200)
                        .text();
        assertEquals(8, told.lines().filter(line -> line.contains("\"problem\":null")).count());
    }

    private static void theirReportsAloneCount(Session reader) {
        reader.get(Told.path("00000000-0000-4000-8000-00000000dead")).require(404);
    }

    private static void released(Session reader, String refused) throws Exception {
        Session lead = STACK.unlocked("lead");
        String alias = Told.aliasOf(STACK, READER);
        Told.await(lead, "READ_FAST", alias);
        JsonNode alarm = Told.await(lead, "READ_STOPPED", alias);
        String release = Told.ALARMS + "/" + alarm.path("id").asText() + "/release";
        reader.get(Told.ALARMS).require(403);
        reader.post(release, Map.of("text", "Let me.")).require(403);
        STACK.unlocked("lead-alternate").post(release, Map.of("text", "Not mine.")).require(404);
        lead.post(release, Map.of("text", "Counts a backlog for us.")).require(204);
        reader.get(refused).require(200);
        assertEquals(
                "Counts a backlog for us.",
                Told.of(lead, "READ_RELEASED", alias).getFirst().path("reason").asText());
        lead.post(release, Map.of("text", "Once more.")).require(409);
    }
}
