package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Stack;
import org.amanet.testing.Desks;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;

/** Nothing acknowledged is ever lost, and nothing is there twice. */
class DurabilityIT {
    private static final int KILLS = 3;
    private static final int WRITERS = 6;
    private static final Map<String, String> NO_QUOTA =
            Map.of("amanet.http.reports-per-minute", "100000");

    private final Stack stack = Stack.shared();

    @Test
    void serviceKilledRightAfterTheAnswerHasKeptTheReport() {
        for (int i = 0; i < KILLS; i++) {
            Service replica = stack.replica(NO_QUOTA);
            String key = Reports.key();
            Map<String, Object> report = counted("Killed after the answer, " + i);
            Answer first = Reports.submit(replica.http(), report, key).require(201);
            replica.kill();

            assertTrue(isThere(first.text("receipt")), "an acknowledged report is gone");
            Answer again = Reports.submit(stack.http(), report, key).require(201);
            assertEquals(first.text(), again.text(), "the retry made another report");
        }
    }

    @Test
    void databaseKilledAmongSubmissionsKeepsEveryAcknowledgedReportOnce() throws Exception {
        long before = reports();
        Map<String, String> receipts = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                running.add(writers.submit(() -> write(receipts, over)));
            }
            try {
                awaitReceipts(receipts, 10);
                stack.postgres().kill();
                stack.postgres().restart();
                awaitReceipts(receipts, receipts.size() + 10);
            } finally {
                over.set(true); // else nobody ever stops writing
            }
            for (Future<List<String>> keys : running) {
                for (String key : keys.get()) {
                    retry(receipts, key);
                }
            }
        }
        receipts.values().forEach(receipt -> assertTrue(isThere(receipt), "a report is gone"));
        assertEquals(receipts.size(), new HashSet<>(receipts.values()).size());
        assertEquals(before + receipts.size(), reports(), "each key made one report");
    }

    @Test
    void whoWritesWhileTheDatabaseIsAwayLosesNothing() {
        String left = Desks.holders(stack, "north", "CASEWORKER").iterator().next();
        WebForm form = WebForm.filled(stack.http(), "de");
        form.with("exclude", left).with("relatives", "still here");
        Answer away;
        stack.postgres().kill();
        try {
            away = form.send();
        } finally {
            stack.postgres().restart();
        }
        String page = away.require(503).text();
        assertEquals(form.key(), WebForm.keyIn(page));
        assertTrue(page.contains("still here"), "what was typed is lost");
        assertTrue(page.contains("name=\"exclude\" value=\"" + left + "\""), "somebody is let in");
        form.receiptWhenBack();
    }

    /** All of them know the connections from before; not one of those may be handed out. */
    @Test
    void databaseBackFromACrashIsBackForEverybody() throws Exception {
        List<Callable<String>> asking = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            asking.add(() -> stack.http().get("/api/v1/desks").require(200).text());
        }
        distinct(asking);
        stack.postgres().kill();
        stack.postgres().restart();
        assertEquals(1, distinct(asking).size());
    }

    /** Writes until it is over; a key is unclear until an answer came for it. */
    private List<String> write(Map<String, String> receipts, AtomicBoolean over) {
        List<String> unclear = new ArrayList<>();
        while (!over.get()) {
            String key = Reports.key();
            try {
                Answer answer = Reports.submit(stack.http(), counted("Among many"), key);
                if (answer.status() == 201) {
                    receipts.put(key, answer.text("receipt"));
                } else {
                    assertEquals(503, answer.status(), answer.text());
                    unclear.add(key);
                }
            } catch (UncheckedIOException cut) {
                unclear.add(key);
            }
        }
        return unclear;
    }

    private void retry(Map<String, String> receipts, String key) {
        Answer answer = Reports.submit(stack.http(), counted("Among many"), key).require(201);
        receipts.put(key, answer.text("receipt"));
    }

    private static void awaitReceipts(Map<String, String> receipts, int count)
            throws InterruptedException {
        for (int i = 0; i < 600 && receipts.size() < count; i++) {
            Thread.sleep(100);
        }
        assertTrue(receipts.size() >= count, "submissions do not come through");
    }

    @Test
    void manyAtOnceStayMany() throws Exception {
        Http http = stack.http();
        List<Callable<String>> sending = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Object> report = Reports.saying("The same words at the same time");
            sending.add(() -> Reports.submitted(http, report).text("receipt"));
        }
        assertEquals(20, distinct(sending).size());
    }

    @Test
    void oneKeyAtTheSameTimeIsOneReport() throws Exception {
        long before = reports();
        String key = Reports.key();
        List<Callable<String>> sending = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> report = Reports.saying("One key");
            sending.add(() -> Reports.submit(stack.http(), report, key).require(201).text());
        }
        assertEquals(1, distinct(sending).size());
        assertEquals(before + 1, reports());
    }

    @Test
    void oneKeyForAnotherReportIsRefused() {
        String key = Reports.key();
        Reports.submit(stack.http(), Reports.saying("First"), key).require(201);
        Answer other = Reports.submit(stack.http(), Reports.saying("Second"), key);
        assertEquals(422, other.status());
        assertEquals("/problems/idempotency-key-reused", other.text("type"));
    }

    private static HashSet<String> distinct(List<Callable<String>> calls) throws Exception {
        HashSet<String> answers = new HashSet<>();
        try (ExecutorService all = Executors.newFixedThreadPool(calls.size())) {
            for (Future<String> answer : all.invokeAll(calls, 2, TimeUnit.MINUTES)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static Map<String, Object> counted(String account) {
        Map<String, Object> report = Reports.saying(account);
        Map<String, Object> yes = Map.of("granted", true);
        report.put("consent", Map.of("C0", yes, "C1", yes, "C2", yes));
        return report;
    }

    /** A receipt that nobody holds opens an inbox as well, but one that is not counted (C2). */
    private boolean isThere(String receipt) {
        Answer inbox = Reports.inbox(stack.http(), receipt).require(200);
        return inbox.json().path("consent").has("C2");
    }

    private long reports() throws SQLException {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from report")) {
            row.next();
            return row.getLong(1);
        }
    }
}
