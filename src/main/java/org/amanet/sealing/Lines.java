package org.amanet.sealing;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few places and a bounded crowd waiting for them, fair between lanes: each lane has a line of
 * its own and the lanes take turns, so that a flood in one does not hold up another by more than a
 * turn. Nor does it keep others out: when the crowd is full, the last of the longest line makes
 * room for whoever comes to a shorter one.
 *
 * <p>Who must not wait goes first, but not alone: anybody can say so. They fill at most half of the
 * room, and every fourth place goes to the others.
 */
final class Lines {
    private static final Duration RETRY_AT_LEAST = Duration.ofSeconds(1);
    private static final int URGENT_IN_A_ROW = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Crowd<Ticket> urgent = new Crowd<>();
    private final Crowd<Ticket> others = new Crowd<>();
    private final int waitingMax;
    private final Duration patience;
    private int free;
    private int urgentInARow;

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
    void enter(String lane, Haste haste) throws KdfBusy {
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return;
            }
            makeRoom(lane, haste);
            await(lane, haste == Haste.URGENT ? urgent : others);
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place back, to the next lane's first. */
    void leave() {
        lock.lock();
        try {
            if (waiting() == 0) {
                free++;
            } else {
                serveNext();
            }
        } finally {
            lock.unlock();
        }
    }

    private int waiting() {
        return urgent.size() + others.size();
    }

    private void makeRoom(String lane, Haste haste) throws KdfBusy {
        if (haste == Haste.URGENT) {
            if (urgent.size() >= Math.ceilDiv(waitingMax, 2)) {
                makeRoom(lane, urgent);
            } else if (waiting() >= waitingMax) {
                others.lastOfLongest().call(State.SENT_AWAY);
            }
        } else if (waiting() >= waitingMax) {
            makeRoom(lane, others);
        }
    }

    /**
     * Sends away the last of the longest line; but nobody goes for the sake of a line that would
     * then be just as long, or the two would only change places.
     */
    private void makeRoom(String lane, Crowd<Ticket> crowd) throws KdfBusy {
        if (crowd.longest() <= crowd.size(lane) + 1) {
            throw new KdfBusy(retryAfter());
        }
        crowd.lastOfLongest().call(State.SENT_AWAY);
    }

    private void await(String lane, Crowd<Ticket> crowd) throws KdfBusy {
        Ticket ticket = new Ticket();
        crowd.add(lane, ticket);
        long nanos = patience.toNanos();
        try {
            while (ticket.state == State.WAITING && nanos > 0) {
                nanos = ticket.called.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ticket.state != State.SERVED) {
            crowd.remove(lane, ticket);
            throw new KdfBusy(retryAfter());
        }
    }

    private void serveNext() {
        boolean turnOfOthers = urgentInARow >= URGENT_IN_A_ROW && others.size() > 0;
        Crowd<Ticket> crowd = urgent.size() == 0 || turnOfOthers ? others : urgent;
        urgentInARow = crowd == urgent ? urgentInARow + 1 : 0;
        crowd.next().call(State.SERVED);
    }

    private Duration retryAfter() {
        return patience.dividedBy(4).plus(RETRY_AT_LEAST);
    }
}
