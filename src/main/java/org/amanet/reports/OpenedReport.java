package org.amanet.reports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPiece;
import org.jspecify.annotations.Nullable;

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
    private final List<Answer> answers;
    private final List<Note> notes;
    private final List<Selector.Kept> selectors;
    private final Set<PartKind> unreadable = EnumSet.noneOf(PartKind.class);

    /**
     * Opens every part of the account's compartment at once, so that a broken one is refused before
     * anything is shown.
     *
     * @param asReceived whether the parts that the report came with are those that came: one of
     *     them that cannot be opened was sealed wrongly where it was written, and takes nothing
     *     else with it
     * @throws SealBroken when one cannot be opened or belongs elsewhere
     */
    OpenedReport(
            Report report,
            Identity key,
            List<Part> parts,
            Contents contents,
            BooleanSupplier asReceived) {
        this.report = report;
        this.key = key;
        this.parts = parts;
        this.contents = contents;
        this.account =
                came(PartKind.ACCOUNT, Account.class, Unreadable.account(report), asReceived);
        this.consent =
                came(PartKind.CONSENT, Consent.class, Unreadable.consent(report), asReceived);
        this.messages = all(PartKind.MESSAGE, Message.class);
        this.answers = all(PartKind.ANSWER, Answer.class);
        Triage first = came(PartKind.TRIAGE, Triage.class, Unreadable.triage(report), asReceived);
        boolean nothingToAdd = answers.isEmpty() || unreadable.contains(PartKind.ACCOUNT);
        this.triage = nothingToAdd ? first : BandRules.triage(account, answers);
        this.notes = all(PartKind.NOTE, Note.class);
        this.selectors = Selectors.latest(parts, contents, key);
    }

    private <T> T came(PartKind kind, Class<T> type, T otherwise, BooleanSupplier asReceived) {
        Part part = only(kind);
        try {
            return contents.open(part, type, key);
        } catch (SealBroken broken) {
            if (part.version > 1 || !asReceived.getAsBoolean()) {
                throw broken;
            }
            unreadable.add(kind);
            return otherwise;
        }
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

    /** The band that the rules give, with what was answered later, and why. */
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

    /** What was answered later, oldest first. */
    public List<Answer> answers() {
        return answers;
    }

    /** Whom the reporter left out by name, at first or later. */
    public Set<UUID> excluded() {
        Set<UUID> all = new LinkedHashSet<>(account.excluded());
        answers.forEach(answer -> answer.leftOut().forEach(one -> all.add(one.member())));
        return all;
    }

    /** Who must not see it, as far as the reporter said so in words, oldest first. */
    public List<String> excludedInWords() {
        return Stream.concat(
                        Stream.ofNullable(account.excludeText()),
                        answers.stream()
                                .filter(answer -> answer.question() == Question.EXCLUSIONS)
                                .flatMap(answer -> Stream.ofNullable(answer.words())))
                .toList();
    }

    /** When a person has to look at the latest because of a day that the reporter named. */
    Optional<Instant> nextDeadline(Instant now) {
        return Deadlines.next(answers, now);
    }

    /** Staff's notes, oldest first. */
    public List<Note> notes() {
        return notes;
    }

    /** What can be searched for and was not withdrawn, oldest first. */
    public List<Selector.Kept> selectors() {
        return selectors;
    }

    /**
     * The parts that nobody can open because they were sealed wrongly before they came; what stands
     * in their place says nothing and allows nothing.
     */
    public Set<PartKind> unreadable() {
        return unreadable;
    }

    /**
     * For whatever must not happen with half a report.
     *
     * @throws Refusal where a part cannot be read
     */
    public void requireWhole() {
        if (!unreadable.isEmpty()) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    /** SHA-256 of the sealed account, in hexadecimal: tells that it is there, and nothing of it. */
    public String accountDigest() {
        return Digests.hex(Digests.sha256(only(PartKind.ACCOUNT).sealed));
    }

    /** Whether something lies under the lock of its own. Says nothing of what. */
    public boolean hasRelatives() {
        return parts.stream().anyMatch(part -> part.compartment == Compartment.RELATIVES);
    }

    /** Whether this is the ordinary empty report that a receipt opens which nobody holds. */
    public boolean isDecoy() {
        return report.id.equals(Decoy.ID);
    }

    /** Whom to seal to what is added here. */
    public Recipient recipient() {
        return key.recipient();
    }

    /**
     * What came with it, oldest first. One that cannot be read is there all the same, without
     * content: whoever seals for themselves may seal what they like, and the rest is not lost by
     * it.
     */
    public <T> List<Enclosed<T>> enclosed(Class<T> type) {
        return read(PartKind.EXHIBIT, type);
    }

    /** The copies of what is in it from which something was taken away, oldest first. */
    public <T> List<Enclosed<T>> redactions(Class<T> type) {
        return read(PartKind.REDACTION, type);
    }

    private <T> List<Enclosed<T>> read(PartKind kind, Class<T> type) {
        return parts.stream()
                .filter(part -> part.kind == kind)
                .map(part -> new Enclosed<>(part.id, part.hour, readable(part, type)))
                .toList();
    }

    /**
     * What staff work out about it, each paper in its latest version, in the order in which they
     * were begun.
     *
     * @throws SealBroken when one cannot be opened or belongs elsewhere
     */
    public <T> List<Versioned<T>> papers(Class<T> type) {
        return Part.latest(parts.stream().filter(part -> part.kind == PartKind.PAPER)).stream()
                .map(part -> new Versioned<>(part.id, part.version, contents.open(part, type, key)))
                .toList();
    }

    /** Whether this file came with it. */
    public boolean encloses(UUID file) {
        return encloses(file, PartKind.EXHIBIT);
    }

    boolean encloses(UUID file, PartKind kind) {
        return parts.stream().anyMatch(part -> part.kind == kind && part.id.equals(file));
    }

    private <T> @Nullable T readable(Part part, Class<T> type) {
        try {
            return contents.open(part, type, key);
        } catch (SealBroken broken) {
            return null;
        }
    }

    /**
     * A stream of a piece of what came with it.
     *
     * @throws SealBroken here or while reading, when it cannot be opened or belongs elsewhere
     */
    public InputStream open(Place place, InputStream sealed) throws IOException {
        if (!place.report().equals(report.id)) {
            throw new IllegalArgumentException("of another report");
        }
        return SealedPiece.opening(place, sealed, key);
    }

    Relatives relatives(Identity relativesKey) {
        return Relatives.of(parts, part -> contents.open(part, String.class, relativesKey));
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
