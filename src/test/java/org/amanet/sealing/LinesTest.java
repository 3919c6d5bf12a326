package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> served = Collections.synchronizedList(new ArrayList<>());

    /** Somebody who waits in a lane: the future ends when a place was given or refused. */
    private record Waiter(Thread thread, CompletableFuture<Void> outcome) {
        boolean wasSentAway() {
            return outcome.isCompletedExceptionally();
        }

        void awaitPlace() throws Exception {
            outcome.get(5, TimeUnit.SECONDS);
        }

        KdfBusy awaitRefusal() {
            var thrown =
                    assertThrows(ExecutionException.class, () -> outcome.get(5, TimeUnit.SECONDS));
            return (KdfBusy) thrown.getCause();
        }
    }

    /** Whoever is sent away learns of it in a thread of their own. */
    private static void awaitSentAway(int expected, List<Waiter> waiters) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (waiters.stream().filter(Waiter::wasSentAway).count() < expected
                && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000);
        }
        assertEquals(expected, waiters.stream().filter(Waiter::wasSentAway).count());
    }

    /** Starts a thread that enters, and waits until it stands in its line or has its answer. */
    private Waiter enter(Lines lines, String lane) {
        return enter(lines, lane, Haste.USUAL);
    }

    private Waiter enter(Lines lines, String lane, Haste haste) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        lines.enter(lane, haste);
                                        served.add(lane);
                                        outcome.complete(null);
                                    } catch (KdfBusy busy) {
                                        outcome.completeExceptionally(busy);
                                    }
                                });
        while (!outcome.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(50_000);
        }
        return new Waiter(thread, outcome);
    }

    private List<Waiter> enter(Lines lines, String lane, int count) {
        List<Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waiters.add(enter(lines, lane));
        }
        return waiters;
    }

    private static void leaveTimes(Lines lines, List<String> served, int times) {
        for (int i = 0; i < times; i++) {
            int before = served.size();
            lines.leave();
            while (served.size() == before) {
                LockSupport.parkNanos(50_000);
            }
        }
    }

    @Test
    void oneScriptWithHundredsOfConnectionsKeepsNobodyElseOut() throws Exception {
        Lines lines = new Lines(1, 256, PATIENCE);
        enter(lines, "script").awaitPlace();
        List<Waiter> script = enter(lines, "script", 400);
        awaitSentAway(144, script);

        List<Waiter> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(enter(lines, "person " + i));
        }

        assertTrue(people.stream().noneMatch(Waiter::wasSentAway));
        script.get(255).awaitRefusal();
        awaitSentAway(244, script);
        leaveTimes(lines, served, 101);
        for (Waiter person : people) {
            person.awaitPlace();
        }
        assertEquals(2, served.stream().filter("script"::equals).count());
    }

    @Test
    void theLastOfTheLongestLineMakesRoomAndNobodyElse() throws Exception {
        Lines lines = new Lines(1, 6, PATIENCE);
        enter(lines, "running").awaitPlace();
        List<Waiter> two = enter(lines, "two", 2);
        List<Waiter> four = enter(lines, "four", 4);

        Waiter newcomer = enter(lines, "newcomer");

        KdfBusy busy = four.get(3).awaitRefusal();
        assertTrue(busy.retryAfter().compareTo(Duration.ofSeconds(1)) >= 0);
        assertTrue(four.subList(0, 3).stream().noneMatch(Waiter::wasSentAway));
        assertTrue(two.stream().noneMatch(Waiter::wasSentAway));
        leaveTimes(lines, served, 6);
        newcomer.awaitPlace();
        assertEquals(List.of("running", "two", "four", "newcomer", "two", "four", "four"), served);
    }

    @Test
    void nobodyIsSentAwayForALineThatWouldThenBeAsLong() throws Exception {
        Lines lines = new Lines(1, 3, PATIENCE);
        enter(lines, "running").awaitPlace();
        List<Waiter> waiting = new ArrayList<>(enter(lines, "a", 1));
        waiting.addAll(enter(lines, "b", 1));
        waiting.addAll(enter(lines, "c", 1));

        enter(lines, "d").awaitRefusal();
        enter(lines, "a").awaitRefusal();

        assertTrue(waiting.stream().noneMatch(Waiter::wasSentAway));
    }

    @Test
    void aFullCrowdIsRefusedAtOnceAndNotAfterAWait() {
        Lines lines = new Lines(0, 0, PATIENCE);
        long start = System.nanoTime();
        assertThrows(KdfBusy.class, () -> lines.enter("a", Haste.USUAL));
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void lanesTakeTurns() throws Exception {
        Lines lines = new Lines(1, 100, PATIENCE);
        enter(lines, "a").awaitPlace();
        enter(lines, "a", 3);
        enter(lines, "b", 2);
        enter(lines, "c", 1);

        leaveTimes(lines, served, 6);

        assertEquals(List.of("a", "a", "b", "c", "a", "b", "a"), served);
    }

    @Test
    void whoeverMustNotWaitGoesFirstButNotAlone() throws Exception {
        Lines lines = new Lines(1, 100, PATIENCE);
        enter(lines, "running").awaitPlace();
        enter(lines, "usual", 2);
        for (int i = 0; i < 5; i++) {
            enter(lines, "urgent " + i, Haste.URGENT);
        }

        leaveTimes(lines, served, 7);

        assertEquals(
                List.of("running", "urgent 0", "urgent 1", "urgent 2", "usual", "urgent 3"),
                served.subList(0, 6));
        assertEquals(List.of("urgent 4", "usual"), served.subList(6, 8));
    }

    @Test
    void aCrowdThatCallsItselfUrgentTakesHalfOfTheRoom() throws Exception {
        Lines lines = new Lines(1, 10, PATIENCE);
        enter(lines, "running").awaitPlace();
        List<Waiter> usual = enter(lines, "usual", 10);
        List<Waiter> urgent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            urgent.add(enter(lines, "urgent " + i, Haste.URGENT));
        }

        for (Waiter late : urgent.subList(5, 8)) {
            late.awaitRefusal();
        }
        assertTrue(urgent.subList(0, 5).stream().noneMatch(Waiter::wasSentAway));
        awaitSentAway(5, usual);
        enter(lines, "another");
        awaitSentAway(6, usual);
    }

    @Test
    void whoeverLosesPatienceIsRefusedAndLeavesTheLine() throws Exception {
        Lines lines = new Lines(1, 1, Duration.ofMillis(60));
        lines.enter("running", Haste.USUAL);
        long start = System.nanoTime();
        enter(lines, "a").awaitRefusal();
        assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(60));

        lines.leave();

        lines.enter("b", Haste.USUAL);
        enter(lines, "c").awaitRefusal();
    }

    @Test
    void whoeverIsInterruptedLeavesTheLineAndStaysInterrupted() throws Exception {
        Lines lines = new Lines(1, 5, PATIENCE);
        lines.enter("running", Haste.USUAL);
        AtomicInteger interrupted = new AtomicInteger();
        Thread waiting =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    assertThrows(
                                            KdfBusy.class, () -> lines.enter("a", Haste.USUAL));
                                    interrupted.addAndGet(
                                            Thread.currentThread().isInterrupted() ? 1 : 0);
                                });
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(50_000);
        }

        waiting.interrupt();
        waiting.join();

        assertEquals(1, interrupted.get());
        lines.leave();
        lines.enter("b", Haste.USUAL);
    }

    /** Thousands of comings and goings, with impatience and interruption at every moment. */
    @Test
    void noPlaceIsEverLostOrGivenTwice() throws Exception {
        int places = 3;
        Lines lines = new Lines(places, 8, Duration.ofMillis(2));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger entered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String lane = "lane " + i % 7;
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            lines.enter(lane, Haste.USUAL);
                                        } catch (KdfBusy busy) {
                                            refused.incrementAndGet();
                                            return;
                                        }
                                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                        entered.incrementAndGet();
                                        LockSupport.parkNanos(300_000);
                                        inside.decrementAndGet();
                                        lines.leave();
                                    }));
            if (i % 5 == 0) {
                threads.get(i / 2).interrupt();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(3_000, entered.get() + refused.get());
        assertTrue(entered.get() > 0 && refused.get() > 0, entered + " " + refused);
        assertTrue(most.get() <= places);
        for (int i = 0; i < places; i++) {
            lines.enter("afterwards", Haste.USUAL);
        }
        assertThrows(KdfBusy.class, () -> lines.enter("one too many", Haste.USUAL));
    }
}
