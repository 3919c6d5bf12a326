package org.amanet.http;

import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients apart for the length of a waiting line, so that one script cannot fill it alone. A
 * lane is a number mixed from the network that a request comes from and a seed which lives in
 * memory for a minute; it is never stored or logged and says nothing once the minute is over.
 */
@ApplicationScoped
class Lane {
    private static final int IPV6_NETWORK_BYTES = 6;
    private static final long SEED_MILLIS = 60_000;

    private final AtomicReference<Seed> seed = new AtomicReference<>(new Seed(-1, 0));
    private final Clock clock;

    Lane(Clock clock) {
        this.clock = clock;
    }

    /** The lane of whoever is at this address now. */
    String of(@Nullable SocketAddress address) {
        return Long.toHexString(mixed(network(address), currentSeed()));
    }

    private long currentSeed() {
        var minute = clock.millis() / SEED_MILLIS;
        return seed.updateAndGet(old -> old.minute == minute ? old : Seed.of(minute)).value;
    }

    /**
     * One IPv4 address, or one IPv6 network of 48 bits: whoever is given one has 65,536 of 64 bits,
     * and could come from each of them. Local IPv6 addresses count whole: an onion service gives
     * each circuit one of its own.
     */
    private static byte[] network(@Nullable SocketAddress address) {
        var host = address == null ? null : address.hostAddress();
        if (host == null) {
            return new byte[0];
        }
        try {
            var ip = InetAddress.ofLiteral(host).getAddress();
            return ip.length > IPV6_NETWORK_BYTES && !isLocal(ip)
                    ? Arrays.copyOf(ip, IPV6_NETWORK_BYTES)
                    : ip;
        } catch (IllegalArgumentException noAddress) {
            return new byte[0];
        }
    }

    /** {@code fc00::/7}, RFC 4193. */
    private static boolean isLocal(byte[] ip) {
        return (ip[0] & 0xfe) == 0xfc;
    }

    private static long mixed(byte[] network, long seed) {
        var mixed = seed;
        for (var part : network) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }

    private record Seed(long minute, long value) {
        static Seed of(long minute) {
            return new Seed(minute, ThreadLocalRandom.current().nextLong());
        }
    }
}
