package org.amanet.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Randomness;

/**
 * Counts accounts that are the same, without keeping one: what is counted is a number mixed from
 * the words, or from the bytes of what came sealed, with a seed that lives in memory for this hour
 * and the next.
 */
@ApplicationScoped
class Echoes {
    private static final long HOUR_MILLIS = 3_600_000;

    /** "He called me" says nothing: two people may well write it in one hour. */
    private static final int WORDS_MIN_CHARACTERS = 40;

    private final int perHour;
    private final Clock clock;
    private Hour before = new Hour(0);
    private Hour now = new Hour(0);

    Echoes(IntakeConfig config, Clock clock) {
        this.perHour = config.identicalPerHour();
        this.clock = clock;
    }

    /**
     * Whether the same words have come too often in this hour and the last; spaces and case count
     * for nothing.
     */
    boolean floods(String account) {
        String words = account.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return words.length() >= WORDS_MIN_CHARACTERS
                && floods(words.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the same bytes have. */
    synchronized boolean floods(byte[] bytes) {
        long hour = clock.millis() / HOUR_MILLIS;
        if (hour != now.number) {
            before = hour == now.number + 1 ? now : new Hour(hour - 1);
            now = new Hour(hour);
        }
        return now.add(bytes) + before.count(bytes) > perHour;
    }

    private static final class Hour {
        private static final int REMEMBERED_MAX = 20_000;
        private static final int SEED_BYTES = 32;

        /** The one least recently seen comes first. */
        private final SequencedMap<Long, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);

        private final byte[] seed = Randomness.bytes(SEED_BYTES);
        private final long number;

        Hour(long number) {
            this.number = number;
        }

        int add(byte[] bytes) {
            int count = counts.merge(mixed(bytes), 1, Integer::sum);
            if (counts.size() > REMEMBERED_MAX) {
                counts.pollFirstEntry();
            }
            return count;
        }

        int count(byte[] bytes) {
            return counts.getOrDefault(mixed(bytes), 0);
        }

        private long mixed(byte[] bytes) {
            byte[] seeded = Arrays.copyOf(seed, SEED_BYTES + bytes.length);
            System.arraycopy(bytes, 0, seeded, SEED_BYTES, bytes.length);
            return ByteBuffer.wrap(Digests.sha256(seeded)).getLong();
        }
    }
}
