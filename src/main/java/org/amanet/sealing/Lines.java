package org.amanet.sealing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few places and a bounded crowd waiting for them, fair between lanes: each lane has a line of
 * its own and the lanes take turns, so that a flood in one does not hold up another by more than a
 * turn. Nor does it keep others out: when the crowd is full, the last of the longest line makes
 * room for whoever comes to a shorter one.
 */
final class Lines {
    private static final Duration RETRY_AT_LEAST = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<String, Deque<Ticket>> lanes = new LinkedHashMap<>();
    private final int waitingMax;
    private final Duration patience;
    private int free;
    private int waiting;

    Lines(int places, int waitingMax, Duration patience) {
        this.free = places;
        this.waitingMax = waitingMax;
        this.patience = patience;
    }

    private enum State {
        WAITING,
        SERVED,
        SENT_AWAY
    }

    private final class Ticket {
        private final Condition called = lock.newCondition();
        private State state = State.WAITING;

        void call(State now) {
            state = now;
            called.signal();
        }
    }

    /** Takes a place, waiting for it if need be. */
    void enter(String lane) throws KdfBusy {
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return;
            }
            if (waiting >= waitingMax) {
                makeRoom(lane);
            }
            await(lane);
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place back, to the next lane's first. */
    void leave() {
        lock.lock();
        try {
            if (waiting == 0) {
                free++;
            } else {
                serveNext();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends away the last of the longest line; but nobody goes for the sake of a line that would
     * then be just as long, or the two would only change places.
     */
    private void makeRoom(String lane) throws KdfBusy {
        Deque<Ticket> own = lanes.getOrDefault(lane, new ArrayDeque<>());
        Deque<Ticket> longest =
                lanes.values().stream().max(Comparator.comparingInt(Deque::size)).orElse(own);
        if (longest.size() <= own.size() + 1) {
            throw new KdfBusy(retryAfter());
        }
        longest.removeLast().call(State.SENT_AWAY);
        waiting--;
    }

    private void await(String lane) throws KdfBusy {
        Ticket ticket = new Ticket();
        lanes.computeIfAbsent(lane, name -> new ArrayDeque<>()).addLast(ticket);
        waiting++;
        long nanos = patience.toNanos();
        try {
            while (ticket.state == State.WAITING && nanos > 0) {
                nanos = ticket.called.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ticket.state != State.SERVED) {
            withdraw(lane, ticket);
            throw new KdfBusy(retryAfter());
        }
    }

    private void withdraw(String lane, Ticket ticket) {
        Deque<Ticket> line = lanes.get(lane);
        if (line != null && line.remove(ticket)) {
            waiting--;
            if (line.isEmpty()) {
                lanes.remove(lane);
            }
        }
    }

    /** The first lane's first is served, and the lane goes to the end of the turn. */
    private void serveNext() {
        Map.Entry<String, Deque<Ticket>> lane = lanes.firstEntry();
        Deque<Ticket> line = lane.getValue();
        lanes.remove(lane.getKey());
        line.removeFirst().call(State.SERVED);
        waiting--;
        if (!line.isEmpty()) {
            lanes.put(lane.getKey(), line);
        }
    }

    private Duration retryAfter() {
        return patience.dividedBy(4).plus(RETRY_AT_LEAST);
    }
}
