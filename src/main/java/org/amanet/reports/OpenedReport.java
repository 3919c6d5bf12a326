package org.amanet.reports;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SealBroken;

/**
 * A report that its reader may read: {@link Access} has checked the grant and written the log
 * before anybody holds one. The only type with readable getters; a method that takes one needs no
 * check of its own and cannot forget one. Closing wipes the key.
 */
public final class OpenedReport implements AutoCloseable {
    private final Report report;
    private final Identity key;
    private final List<Part> parts;
    private final Contents contents;
    private final Account account;
    private final Triage triage;
    private final Consent consent;
    private final List<Message> messages;
    private final List<Note> notes;

    /**
     * Opens every part of the account's compartment at once, so that a broken one is refused before
     * anything is shown.
     *
     * @throws SealBroken when one cannot be opened or belongs elsewhere
     */
    OpenedReport(Report report, Identity key, List<Part> parts, Contents contents) {
        this.report = report;
        this.key = key;
        this.parts = parts;
        this.contents = contents;
        this.account = contents.open(only(PartKind.ACCOUNT), Account.class, key);
        this.triage = contents.open(only(PartKind.TRIAGE), Triage.class, key);
        this.consent = contents.open(only(PartKind.CONSENT), Consent.class, key);
        this.messages = all(PartKind.MESSAGE, Message.class);
        this.notes = all(PartKind.NOTE, Note.class);
    }

    /** The row, with what is in clear. */
    public Report report() {
        return report;
    }

    /** Its id. */
    public UUID id() {
        return report.id;
    }

    /** What the reporter told. */
    public Account account() {
        return account;
    }

    /** Why it is in its band. */
    public Triage triage() {
        return triage;
    }

    /** What the reporter allows now. */
    public Consent consent() {
        return consent;
    }

    /** The conversation, oldest first. */
    public List<Message> messages() {
        return messages;
    }

    /** Staff's notes, oldest first. */
    public List<Note> notes() {
        return notes;
    }

    /** Whether something lies under the lock of its own. Says nothing of what. */
    public boolean hasRelatives() {
        return parts.stream().anyMatch(part -> part.kind == PartKind.RELATIVES);
    }

    /** Whether this is the ordinary empty report that a receipt opens which nobody holds. */
    public boolean isDecoy() {
        return report.lookup == null;
    }

    String relatives(Identity relativesKey) {
        return contents.open(only(PartKind.RELATIVES), String.class, relativesKey);
    }

    Identity key() {
        return key;
    }

    Part only(PartKind kind) {
        return parts.stream()
                .filter(part -> part.kind == kind)
                .max(Comparator.comparingInt(part -> part.version))
                .orElseThrow(SealBroken::new);
    }

    private <T> List<T> all(PartKind kind, Class<T> type) {
        return parts.stream()
                .filter(part -> part.kind == kind)
                .map(part -> contents.open(part, type, key))
                .toList();
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "OpenedReport " + report.id;
    }
}
