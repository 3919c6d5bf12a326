package org.amanet.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Instant MINUTE = Instant.parse("2026-11-24T08:15:00Z");

    private final Lane lane = new Lane(Clock.fixed(MINUTE, ZoneOffset.UTC));

    private String of(String address) {
        return lane.of(SocketAddress.inetSocketAddress(443, address));
    }

    @Test
    void oneAddressIsOneLaneWhateverThePort() {
        assertEquals(
                lane.of(SocketAddress.inetSocketAddress(1, "192.0.2.1")),
                lane.of(SocketAddress.inetSocketAddress(2, "192.0.2.1")));
        assertNotEquals(of("192.0.2.1"), of("192.0.2.2"));
    }

    @Test
    void whoeverHasAWholeNetworkHasOneLane() {
        Set<String> lanes = new HashSet<>();
        for (String end : List.of("::1", "::ffff", ":1::1", ":ffff:1:2:3:4")) {
            lanes.add(of("2001:db8:7" + end));
        }
        assertEquals(1, lanes.size());
        assertNotEquals(of("2001:db8:7::1"), of("2001:db8:8::1"));
    }

    @Test
    void circuitsOfAnOnionServiceAreLanesOfTheirOwn() {
        assertNotEquals(of("fc00:dead:beef:4dad::1"), of("fc00:dead:beef:4dad::2"));
    }

    @Test
    void theSameAddressInBothFormsIsOneLane() {
        assertEquals(of("192.0.2.1"), of("::ffff:192.0.2.1"));
    }

    @Test
    void whoHasNoAddressSharesOneLane() {
        String none = lane.of(null);
        assertEquals(none, lane.of(SocketAddress.domainSocketAddress("/run/amanet.sock")));
        assertNotEquals(none, of("192.0.2.1"));
    }

    @Test
    void withTheMinuteTheLaneSaysNothingAnyMore() {
        MovedClock clock = new MovedClock();
        Lane moved = new Lane(clock);
        SocketAddress address = SocketAddress.inetSocketAddress(443, "192.0.2.1");
        String before = moved.of(address);
        clock.now = MINUTE.plusSeconds(59);
        assertEquals(before, moved.of(address));
        clock.now = MINUTE.plusSeconds(60);
        assertNotEquals(before, moved.of(address));
    }

    @Test
    void anotherServerNamesItDifferently() {
        Lane other = new Lane(Clock.fixed(MINUTE, ZoneOffset.UTC));
        SocketAddress address = SocketAddress.inetSocketAddress(443, "192.0.2.1");
        assertNotEquals(lane.of(address), other.of(address));
    }

    private static final class MovedClock extends Clock {
        private Instant now = MINUTE;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
