package org.amanet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reading the log is an act like any other: it stands in the log before anything is shown. The
 * subject is whom the identity provider knows the auditor as.
 */
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
    public Verification verification(@Nullable String subject) {
        record("VERIFICATION", subject);
        ChainVerifier verifier = new ChainVerifier(checkpoints.verifyingKey());
        walk.through(verifier);
        return Verification.of(verifier.verdict());
    }

    /** Entries after this number, oldest first. */
    public List<EntryView> entriesAfter(long seq, int limit, @Nullable String subject) {
        record("ENTRIES", subject);
        return EntryView.of(walk.after(seq, limit));
    }

    /** Entries before this number, newest first. */
    public List<EntryView> entriesBefore(long seq, int limit, @Nullable String subject) {
        record("ENTRIES", subject);
        return EntryView.of(walk.before(seq, limit));
    }

    /** The whole log in a form that can be checked elsewhere, signed up to its end. */
    public void write(OutputStream out, @Nullable String subject) throws IOException {
        record("LOG", subject);
        checkpoints.makeNow();
        LogWriter writer = new LogWriter(out);
        writer.start(checkpoints.verifyingKey());
        walk.through(writer);
        writer.end();
    }

    private void record(String what, @Nullable String subject) {
        Actor auditor = new Actor(Actor.Kind.AUDITOR, id(subject));
        trail.recordAlone(Happening.of(Act.AUDIT_READ, auditor).saying(what));
    }

    /** An auditor is no member; the identity provider's own id has to do, where it is one. */
    private static @Nullable UUID id(@Nullable String subject) {
        try {
            return subject == null ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException otherForm) {
            return null;
        }
    }
}
