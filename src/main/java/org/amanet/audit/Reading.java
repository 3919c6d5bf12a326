package org.amanet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading the log is an act like any other: it stands in the log before anything is shown. */
@ApplicationScoped
public class Reading {
    private final Walk walk;
    private final Checkpoints checkpoints;
    private final Trail trail;

    Reading(Walk walk, Checkpoints checkpoints, Trail trail) {
        this.walk = walk;
        this.checkpoints = checkpoints;
        this.trail = trail;
    }

    /** Checks the whole log as it stands in the database. */
    public Verification verification(@Nullable UUID auditor) {
        record("VERIFICATION", auditor);
        ChainVerifier verifier = new ChainVerifier(checkpoints.verifyingKey());
        walk.through(verifier);
        return Verification.of(verifier.verdict());
    }

    /** Entries after this number, oldest first. */
    public List<EntryView> entriesAfter(long seq, int limit, @Nullable UUID auditor) {
        record("ENTRIES", auditor);
        return EntryView.of(walk.after(seq, limit));
    }

    /** Entries before this number, newest first. */
    public List<EntryView> entriesBefore(long seq, int limit, @Nullable UUID auditor) {
        record("ENTRIES", auditor);
        return EntryView.of(walk.before(seq, limit));
    }

    /** The whole log in a form that can be checked elsewhere, signed up to its end. */
    void write(OutputStream out, @Nullable UUID auditor) throws IOException {
        record("LOG", auditor);
        checkpoints.makeNow();
        LogWriter writer = new LogWriter(out);
        writer.start(checkpoints.verifyingKey());
        walk.through(writer);
        writer.end();
    }

    private void record(String what, @Nullable UUID auditor) {
        Actor actor = new Actor(Actor.Kind.AUDITOR, auditor);
        trail.recordAlone(Happening.of(Act.AUDIT_READ, actor).saying(what));
    }
}
