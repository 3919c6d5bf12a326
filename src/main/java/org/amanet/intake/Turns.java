package org.amanet.intake;

import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.amanet.http.Quotas;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SigningKey;
import org.amanet.sealing.VerifyingKey;
import org.amanet.staff.SharedKey;
import org.jspecify.annotations.Nullable;

/**
 * A turn in the line, for whoever has no scripts to prove work with: it comes after a short wait. A
 * lane is given a few of them a minute, so that they are no shorter way for a script. The page
 * carries its turn, signed; nothing is kept here.
 */
@ApplicationScoped
class Turns {
    private static final String PURPOSE = "amanet turn v1";
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final Identity key;
    private final VerifyingKey verifying;
    private final Quotas quotas;
    private final long waitSeconds;
    private final Clock clock;

    Turns(SharedKey shared, Quotas quotas, IntakeConfig config, Clock clock) {
        this.key = shared.of(PURPOSE);
        this.verifying = key.verifyingKey();
        this.quotas = quotas;
        this.waitSeconds = config.turn().toSeconds();
        this.clock = clock;
    }

    /**
     * The turn for this subject: the one that was given before, as long as it is good.
     *
     * @throws org.amanet.problems.Refusal when this lane has been given too many
     */
    String of(@Nullable SocketAddress address, String subject, @Nullable String before) {
        long now = now();
        long due = before == null ? 0 : due(before, subject);
        if (before != null && due + GOOD_FOR.toSeconds() > now) {
            return before;
        }
        quotas.admit(Quotas.Door.TURN, address);
        long moment = now + waitSeconds;
        try (SigningKey signing = key.signingKey()) {
            byte[] signature = signing.sign(signed(moment, subject));
            return moment + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        }
    }

    /** How long one is asked to wait. */
    Duration patience() {
        return Duration.ofSeconds(waitSeconds);
    }

    /** Whether this is a turn for this subject, and has come. */
    boolean isDue(@Nullable String turn, String subject) {
        long due = turn == null ? 0 : due(turn, subject);
        return due <= now() && now() < due + GOOD_FOR.toSeconds();
    }

    /** When it comes, in seconds; long ago where it is none of ours. */
    private long due(String turn, String subject) {
        int point = turn.indexOf('.');
        try {
            long moment = Long.parseLong(turn.substring(0, Math.max(0, point)));
            byte[] signature = Base64.getUrlDecoder().decode(turn.substring(point + 1));
            return verifying.verify(signed(moment, subject), signature) ? moment : 0;
        } catch (IllegalArgumentException malformed) {
            return 0;
        }
    }

    private static byte[] signed(long moment, String subject) {
        return (PURPOSE + "\n" + moment + "\n" + subject).getBytes(StandardCharsets.UTF_8);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
