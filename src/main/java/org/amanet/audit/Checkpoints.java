package org.amanet.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.amanet.sealing.Digests;
import org.amanet.sealing.SigningKey;
import org.amanet.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * Signs the log from time to time. What is signed was checked since the checkpoint before; a broken
 * log is never signed. Replicas need not agree who does it: two checkpoints over the same entry are
 * one row, and two over different ones are both right.
 */
@ApplicationScoped
class Checkpoints {
    private final Walk walk;
    private final AgroalDataSource database;
    private final AuditConfig config;
    private final Clock clock;
    private final VerifyingKey verifyingKey;
    private Verdict.@Nullable Broken reported;

    Checkpoints(Walk walk, AgroalDataSource database, AuditConfig config, Clock clock) {
        this.walk = walk;
        this.database = database;
        this.config = config;
        this.clock = clock;
        try (SigningKey key = SigningKey.read(config.checkpointKey())) {
            this.verifyingKey = key.verifyingKey();
        }
    }

    /** What the signatures are checked with. */
    VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    @Scheduled(
            identity = "audit checkpoint",
            every = "{amanet.audit.checkpoint-look}",
            delayed = "{amanet.audit.checkpoint-look}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Checkpoint last = walk.lastPoint().orElse(null);
        if (last != null && !stillCovers(last)) {
            report(new Verdict.Broken(last.seq(), Breach.NOT_AS_SIGNED));
        } else if (isDue(last)) {
            make(last);
        }
    }

    /** Also what was signed long ago stays as it was signed. */
    @Scheduled(
            identity = "audit verification",
            every = "{amanet.audit.verification-every}",
            delayed = "{amanet.audit.verification-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void verifyAll() {
        ChainVerifier verifier = new ChainVerifier(verifyingKey);
        walk.through(verifier);
        Verdict.Broken broken = verifier.verdict().broken();
        if (broken != null) {
            report(broken);
        }
    }

    private boolean stillCovers(Checkpoint last) {
        return walk.after(last.seq() - 1, 1).stream().map(Head::of).anyMatch(last.head()::equals);
    }

    private boolean isDue(@Nullable Checkpoint last) {
        long signed = last == null ? 0 : last.seq();
        long fresh = walk.lastLink(signed).map(seq -> seq - signed).orElse(0L);
        if (fresh == 0) {
            return false;
        }
        return last == null
                || fresh >= config.checkpointEntries()
                || !clock.instant().isBefore(last.at().plus(config.checkpointAge()));
    }

    /** Signs what stands in the log now, unless it is signed already or broken. */
    void makeNow() {
        make(walk.lastPoint().orElse(null));
    }

    private void make(@Nullable Checkpoint last) {
        ChainVerifier verifier =
                last == null
                        ? new ChainVerifier(verifyingKey)
                        : new ChainVerifier(verifyingKey, last);
        walk.through(last == null ? Long.MIN_VALUE : last.seq(), verifier);
        Verdict verdict = verifier.verdict();
        if (verdict.broken() != null) {
            report(verdict.broken());
        } else if (verdict.entries() > 0) {
            sign(verdict.head());
        }
    }

    private void sign(Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (SigningKey key = SigningKey.read(config.checkpointKey())) {
            keep(Checkpoint.over(head, now, key));
        }
        // Outside the database, where the service's output is collected, this line is an anchor.
        Log.info("audit log signed up to entry " + head.seq() + " " + Digests.hex(head.hash()));
    }

    private void keep(Checkpoint point) {
        String sql =
                "insert into audit_checkpoint ("
                        + Rows.CHECKPOINT
                        + ") values (?, ?, ?, ?) on conflict (seq) do nothing";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Rows.bind(insert, point);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a checkpoint cannot be written", e);
        }
    }

    /** Once each time that something else is found, not every few seconds. */
    private synchronized void report(Verdict.Broken broken) {
        if (!broken.equals(reported)) {
            reported = broken;
            Log.error("the audit log is broken at entry " + broken.seq() + ": " + broken.why());
        }
    }
}
