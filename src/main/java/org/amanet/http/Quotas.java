package org.amanet.http;

import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How much one client may ask for in a minute. Each {@link Lane} has a bucket of its own, so that a
 * script which empties one takes nothing from anybody else. Buckets are numbers in memory, gone
 * with their lane after a minute; nothing about them is stored or logged.
 */
@ApplicationScoped
public class Quotas {
    private static final long MINUTE_MILLIS = 60_000;

    /** The one least recently used comes first. */
    private final SequencedMap<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private final Lane lane;
    private final Map<Door, Integer> perMinute;
    private final int bucketsMax;
    private final Clock clock;

    @Inject
    Quotas(Lane lane, HttpConfig config, Clock clock) {
        this(
                lane,
                Map.of(
                        Door.INTAKE, config.reportsPerMinute(),
                        Door.TURN, config.turnsPerMinute(),
                        Door.INBOX, config.receiptsPerMinute()),
                config.lanesRemembered(),
                clock);
    }

    Quotas(Lane lane, Map<Door, Integer> perMinute, int bucketsMax, Clock clock) {
        if (perMinute.values().stream().anyMatch(limit -> limit < 1) || bucketsMax < 1) {
            throw new IllegalStateException("amanet.http quotas must be at least 1");
        }
        this.lane = lane;
        this.perMinute = Map.copyOf(perMinute);
        this.bucketsMax = bucketsMax;
        this.clock = clock;
    }

    /** What is asked for; each has a quota of its own. */
    public enum Door {
        /** Sending a report. */
        INTAKE,
        /** A turn to send one, where that has to wait. */
        TURN,
        /** Anything that brings a receipt. */
        INBOX
    }

    /**
     * Lets a request in, or not.
     *
     * @return the lane of whoever is at this address, for the line they may have to stand in
     * @throws Refusal when this lane has asked for too much, with the time until it may ask again
     */
    public String admit(Door door, @Nullable SocketAddress address) {
        String name = lane.of(address);
        take(new Key(door, name));
        return name;
    }

    /**
     * A bucket starts full and fills up again within a minute. Where more lanes come than are
     * remembered, the one longest silent is forgotten: it is better to let a flood through to the
     * fair line behind than to turn a stranger away.
     */
    private synchronized void take(Key key) {
        long now = clock.millis();
        forgetBefore(now - MINUTE_MILLIS);
        int limit = perMinute.getOrDefault(key.door(), 1);
        Bucket bucket = buckets.computeIfAbsent(key, any -> new Bucket(limit, now));
        if (buckets.size() > bucketsMax) {
            buckets.pollFirstEntry();
        }
        if (!bucket.takeOne(limit, now)) {
            throw new Refusal(Problem.TOO_MANY_REQUESTS, bucket.untilOne(limit));
        }
    }

    private void forgetBefore(long moment) {
        while (!buckets.isEmpty() && buckets.firstEntry().getValue().at <= moment) {
            buckets.pollFirstEntry();
        }
    }

    synchronized int remembered() {
        return buckets.size();
    }

    private record Key(Door door, String lane) {}

    /** Counts in drops, of which an admission takes as many as a minute has milliseconds. */
    private static final class Bucket {
        private static final long ONE = MINUTE_MILLIS;

        private long drops;
        private long at;

        Bucket(int limit, long at) {
            this.drops = limit * ONE;
            this.at = at;
        }

        /** Whether there was enough for one. */
        boolean takeOne(int limit, long now) {
            drops = Math.min(limit * ONE, drops + limit * Math.max(0, now - at));
            at = now;
            boolean enough = drops >= ONE;
            drops -= enough ? ONE : 0;
            return enough;
        }

        Duration untilOne(int limit) {
            long millis = Math.ceilDiv(ONE - drops, limit);
            return Duration.ofSeconds(Math.ceilDiv(millis, 1000));
        }
    }
}
