package org.amanet.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.amanet.http.Quotas.Door;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final int REPORTS = 6;
    private static final int RECEIPTS = 12;
    private static final int BUCKETS_MAX = 50;
    private static final SocketAddress SCRIPT = SocketAddress.inetSocketAddress(80, "192.0.2.1");
    private static final SocketAddress PERSON = SocketAddress.inetSocketAddress(80, "192.0.2.2");

    private final MovedClock clock = new MovedClock();
    private final Quotas quotas =
            new Quotas(
                    new Lane(clock),
                    Map.of(Door.INTAKE, REPORTS, Door.INBOX, RECEIPTS),
                    BUCKETS_MAX,
                    clock);

    @Test
    void aLaneIsRefusedOnceItsBucketIsEmptyAndToldWhenToComeBack() {
        empty(SCRIPT);

        var refusal = assertThrows(Refusal.class, () -> quotas.admit(Door.INTAKE, SCRIPT));

        assertEquals(Problem.TOO_MANY_REQUESTS, refusal.problem());
        assertEquals(Duration.ofSeconds(10), refusal.retryAfter());
    }

    @Test
    void whoeverWaitsAsLongAsToldIsAdmittedOnce() {
        empty(SCRIPT);
        clock.forward(Duration.ofSeconds(10));

        quotas.admit(Door.INTAKE, SCRIPT);

        assertThrows(Refusal.class, () -> quotas.admit(Door.INTAKE, SCRIPT));
    }

    @Test
    void refusalsDoNotPutTheNextAdmissionOff() {
        empty(SCRIPT);
        for (int i = 0; i < 9; i++) {
            clock.forward(Duration.ofSeconds(1));
            assertThrows(Refusal.class, () -> quotas.admit(Door.INTAKE, SCRIPT));
        }
        clock.forward(Duration.ofSeconds(1));

        quotas.admit(Door.INTAKE, SCRIPT);
    }

    @Test
    void oneLaneThatFloodsTakesNothingFromAnother() {
        empty(SCRIPT);
        for (int i = 0; i < 1000; i++) {
            assertThrows(Refusal.class, () -> quotas.admit(Door.INTAKE, SCRIPT));
        }

        empty(PERSON);
    }

    @Test
    void eachDoorHasAQuotaOfItsOwn() {
        empty(SCRIPT);

        for (int i = 0; i < RECEIPTS; i++) {
            quotas.admit(Door.INBOX, SCRIPT);
        }
        assertThrows(Refusal.class, () -> quotas.admit(Door.INBOX, SCRIPT));
    }

    @Test
    void aHomeWithManyAddressesOfOneNetworkIsOneLane() {
        for (int i = 0; i < REPORTS; i++) {
            quotas.admit(Door.INTAKE, SocketAddress.inetSocketAddress(80, "2001:db8::" + i));
        }

        assertThrows(
                Refusal.class,
                () ->
                        quotas.admit(
                                Door.INTAKE, SocketAddress.inetSocketAddress(80, "2001:db8::99")));
    }

    @Test
    void circuitsOfAnOnionServiceAreLanesOfTheirOwn() {
        empty(SocketAddress.inetSocketAddress(80, "fc00:dead:beef:4dad::1"));

        empty(SocketAddress.inetSocketAddress(80, "fc00:dead:beef:4dad::2"));
    }

    @Test
    void aFloodOfLanesIsForgottenAndNotTheOneThatIsStillAsking() {
        empty(SCRIPT);
        for (int i = 0; i < 10 * BUCKETS_MAX; i++) {
            quotas.admit(
                    Door.INTAKE,
                    SocketAddress.inetSocketAddress(80, "10.0." + i / 250 + "." + i % 250));
            if (i % 10 == 0) {
                assertThrows(Refusal.class, () -> quotas.admit(Door.INTAKE, SCRIPT));
            }
        }

        assertEquals(BUCKETS_MAX, quotas.remembered());
    }

    @Test
    void nothingIsRememberedOfALaneOnceItsMinuteIsOver() {
        empty(SCRIPT);
        clock.forward(Duration.ofMinutes(1));

        quotas.admit(Door.INTAKE, PERSON);

        assertEquals(1, quotas.remembered());
    }

    private void empty(SocketAddress address) {
        for (int i = 0; i < REPORTS; i++) {
            quotas.admit(Door.INTAKE, address);
        }
    }

    /** Stands still until it is moved. */
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
