package org.amanet.intake;

import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.amanet.http.Quotas;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Who may send something in now. On quiet days everybody. Where more is sent than people would
 * send, each submission brings a pass that was made for it: a proof of work, or a turn that
 * somebody without scripts waited for. As a pass is good for one idempotency key, report or letter,
 * and each of these is taken in once, it need not be remembered which were used.
 */
@ApplicationScoped
class Gate {
    /** Where a pass is brought. */
    static final String HEADER = "Proof";

    private static final long MINUTE_MILLIS = 60_000;

    private final Quotas quotas;
    private final Proofs proofs;
    private final Turns turns;
    private final int calmPerMinute;
    private final Clock clock;

    private long minute;
    private int sent;
    private boolean rushBefore;

    Gate(Quotas quotas, Proofs proofs, Turns turns, IntakeConfig config, Clock clock) {
        this.quotas = quotas;
        this.proofs = proofs;
        this.turns = turns;
        this.calmPerMinute = config.calmPerMinute();
        this.clock = clock;
    }

    /** Under which name a pass is made for what this key, id or letter stands for. */
    static String subject(String keyOrId) {
        return subject(keyOrId.getBytes(StandardCharsets.UTF_8));
    }

    static String subject(byte[] letter) {
        return Digests.hex(Digests.sha256(letter));
    }

    /**
     * Lets a submission in, or not.
     *
     * @param pass a proof, or a turn
     * @return the lane of whoever is at this address; nothing when a pass is wanted
     * @throws org.amanet.problems.Refusal when this lane has sent too much
     */
    Optional<String> admit(@Nullable SocketAddress address, String subject, @Nullable String pass) {
        String lane = quotas.admit(Quotas.Door.INTAKE, address);
        boolean rush = countOne();
        return !rush || proofs.holds(pass, subject) || turns.isDue(pass, subject)
                ? Optional.of(lane)
                : Optional.empty();
    }

    /**
     * The same for scripts, who can work for it.
     *
     * @throws Refusal when this lane has sent too much, or a pass is wanted
     */
    String require(@Nullable SocketAddress address, String subject, @Nullable String pass) {
        return admit(address, subject, pass).orElseThrow(() -> new Refusal(Problem.PROOF_WANTED));
    }

    /** Whether this one comes in a rush, which lasts until a whole minute was calm. */
    private synchronized boolean countOne() {
        long now = clock.millis() / MINUTE_MILLIS;
        if (now != minute) {
            rushBefore = now == minute + 1 && sent > calmPerMinute;
            minute = now;
            sent = 0;
        }
        sent++;
        return rushBefore || sent > calmPerMinute;
    }
}
