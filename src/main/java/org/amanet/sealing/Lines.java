package org.amanet.sealing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few places and a bounded crowd waiting for them, fair between lanes: each lane has a line of
 * its own and the lanes take turns, so that a flood in one does not hold up another by more than a
 * turn.
 */
final class Lines {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Ticket>> lanes = new LinkedHashMap<>();
    private final int waitingMax;
    private final Duration patience;
    private int free;
    private int waiting;

    Lines(int places, int waitingMax, Duration patience) {
        this.free = places;
        this.waitingMax = waitingMax;
        this.patience = patience;
    }

    private final class Ticket {
        private final Condition called = lock.newCondition();
        private boolean served;
    }

    /** Takes a place, waiting for it if need be. */
    void enter(String lane) throws KdfBusy {
        lock.lock();
        try {
            if (free > 0 && waiting == 0) {
                free--;
                return;
            }
            if (waiting >= waitingMax) {
                throw new KdfBusy(retryAfter());
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

    private void await(String lane) throws KdfBusy {
        Ticket ticket = new Ticket();
        lanes.computeIfAbsent(lane, name -> new ArrayDeque<>()).addLast(ticket);
        waiting++;
        long nanos = patience.toNanos();
        try {
            while (!ticket.served && nanos > 0) {
                nanos = ticket.called.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ticket.served) {
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
        Map.Entry<String, Deque<Ticket>> lane = lanes.entrySet().iterator().next();
        Deque<Ticket> line = lane.getValue();
        Ticket ticket = line.removeFirst();
        lanes.remove(lane.getKey());
        if (!line.isEmpty()) {
            lanes.put(lane.getKey(), line);
        }
        waiting--;
        ticket.served = true;
        ticket.called.signal();
    }

    private Duration retryAfter() {
        return patience.dividedBy(4).plusSeconds(1);
    }
}
