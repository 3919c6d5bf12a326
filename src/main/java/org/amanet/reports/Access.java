package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Vouchings;

/**
 * The one place that decides who may open a report. A grant that the opener's key opens is the
 * whole of the decision, and the opening stands in the log or does not happen. "Not yours" and
 * "does not exist" are one answer.
 */
@ApplicationScoped
public class Access {
    private final Trail trail;
    private final Vouchings vouchings;
    private final Contents contents;
    private final Floors floors;
    private final Decoy decoy;
    private final Addenda addenda;
    private final Pairs pairs;

    Access(
            Trail trail,
            Vouchings vouchings,
            Contents contents,
            Floors floors,
            Decoy decoy,
            Addenda addenda,
            Pairs pairs) {
        this.trail = trail;
        this.vouchings = vouchings;
        this.contents = contents;
        this.floors = floors;
        this.decoy = decoy;
        this.addenda = addenda;
        this.pairs = pairs;
    }

    /**
     * Opens a report for a member with an open vault, and says so in the log, and there also which
     * part nobody can open.
     *
     * @throws Refusal not found, whatever the reason; or broken, when a part is not what the log
     *     says
     */
    @Transactional
    public OpenedReport open(UUID id, Member member, OpenedVault vault) {
        OpenedReport opened = unlogged(id, member, vault);
        trail.record(Happening.of(Act.REPORT_OPENED, member.actor()).about(id));
        for (PartKind kind : opened.unreadable()) {
            Happening told = Happening.of(Act.SEAL_BROKEN, member.actor()).about(id);
            trail.record(told.saying(kind.name()));
        }
        return opened;
    }

    /**
     * Opens a report for a safe copy of one file that came with it, or for a blacked-out one, and
     * says in the log which.
     *
     * @throws Refusal not found, also where there is no such file; or broken
     */
    @Transactional
    public OpenedReport openCopy(UUID id, Member member, OpenedVault vault, UUID file) {
        OpenedReport opened = holding(unlogged(id, member, vault), file, PartKind.REDACTION);
        trail.record(Happening.of(Act.COPY_OPENED, member.actor()).about(id).touching(file));
        return opened;
    }

    /**
     * Opens a report for one file as it came: a second, deliberate act with its own line in the log
     * and its reason sealed as a note.
     *
     * @throws Refusal not found, also where there is no such file; or broken
     */
    @Transactional
    public OpenedReport openOriginal(
            UUID id, Member member, OpenedVault vault, UUID file, String reason) {
        OpenedReport opened = holding(unlogged(id, member, vault), file, PartKind.EXHIBIT);
        trail.record(Happening.of(Act.EXHIBIT_OPENED, member.actor()).about(id).touching(file));
        addenda.note(opened, member, Note.About.ORIGINAL, reason);
        return opened;
    }

    private static OpenedReport holding(OpenedReport opened, UUID file, PartKind kind) {
        if (!opened.encloses(file, kind) && !opened.encloses(file, PartKind.EXHIBIT)) {
            opened.close();
            throw new Refusal(Problem.NOT_FOUND);
        }
        return opened;
    }

    /**
     * Reads what lies under the lock of its own: a second, deliberate act with its own line in the
     * log and its reason sealed as a note.
     *
     * @throws Refusal not found, also where nothing lies there
     */
    @Transactional
    public Relatives openRelatives(UUID id, Member member, OpenedVault vault, String reason) {
        try (OpenedReport opened = unlogged(id, member, vault);
                Identity key = keyOf(id, Compartment.RELATIVES, member, vault)) {
            if (!opened.hasRelatives()) {
                throw new Refusal(Problem.NOT_FOUND);
            }
            trail.record(Happening.of(Act.RELATIVES_OPENED, member.actor()).about(id));
            addenda.note(opened, member, Note.About.RELATIVES, reason);
            return opened.relatives(key);
        } catch (SealBroken broken) {
            throw broken(id, member);
        }
    }

    /**
     * Opens the report of whoever brings this receipt. A receipt that nobody holds opens an
     * ordinary empty one, with the same work in the same time.
     */
    @Transactional
    public OpenedReport openWithReceipt(DerivedIdentity reporter) {
        byte[] lookup = Digests.sha256(reporter.lookupId());
        Report report = Report.byLookup(lookup, Decoy.ID).orElseGet(decoy::make);
        try (Identity everybody = decoy.holder()) {
            Identity opener = report.id.equals(Decoy.ID) ? everybody : reporter.identity();
            return openHeld(report, opener);
        } catch (SealBroken broken) {
            trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, Actor.reporter()).about(report.id));
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    private OpenedReport openHeld(Report report, Identity opener) {
        Grant grant =
                Grant.held(report.id, Compartment.ACCOUNT, Grant.REPORTER)
                        .orElseThrow(SealBroken::new);
        requireFloor(report);
        return opened(report, grant.open(opener));
    }

    /**
     * The same, to add something. A receipt that nobody holds gets an empty report of its own
     * first, which nobody else is granted: what is written there is there when it is brought again,
     * so that writing tells no more than reading does. The row stays with this transaction until it
     * ends: of two who write under one receipt, the second sees what the first has written.
     */
    @Transactional
    public OpenedReport openToAdd(DerivedIdentity reporter) {
        byte[] lookup = Digests.sha256(reporter.lookupId());
        if (Report.lockedByLookup(lookup).isEmpty()) {
            decoy.keepFor(reporter.identity().recipient(), lookup);
        }
        return openWithReceipt(reporter);
    }

    /** What is sealed to this lies under the second lock of a report that its reporter has open. */
    @Transactional
    public Recipient relativesLock(OpenedReport opened, DerivedIdentity reporter) {
        Grant grant =
                Grant.held(opened.id(), Compartment.RELATIVES, Grant.REPORTER)
                        .orElseThrow(() -> new Refusal(Problem.SEAL_BROKEN));
        try (Identity key = grant.open(reporter.identity())) {
            return key.recipient();
        } catch (SealBroken broken) {
            trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, Actor.reporter()).about(opened.id()));
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    /**
     * The same without opening it, for whoever brings the lookup id alone because they seal for
     * themselves.
     *
     * @param reporter whom an empty report is granted to, where nobody holds the receipt
     */
    @Transactional
    public Found findToAdd(byte[] lookupId, Recipient reporter) {
        byte[] lookup = Digests.sha256(lookupId);
        if (Report.lockedByLookup(lookup).isEmpty()) {
            decoy.keepFor(reporter, lookup);
        }
        UUID id = Report.lockedByLookup(lookup).orElseThrow().id;
        return Grant.held(id, Compartment.ACCOUNT, Grant.REPORTER)
                .map(grant -> new Found(id, grant.sealed))
                .orElseThrow(() -> new Refusal(Problem.SEAL_BROKEN));
    }

    /**
     * Where to add something.
     *
     * @param lock the report's key, sealed to whoever holds the receipt
     */
    public record Found(UUID report, byte[] lock) {
        @Override
        public String toString() {
            return "Found " + report;
        }
    }

    /** The same, to take it back: the row stays with this transaction until it ends. */
    @Transactional
    public OpenedReport openToWithdraw(DerivedIdentity reporter) {
        Report.lockedByLookup(Digests.sha256(reporter.lookupId()));
        return openWithReceipt(reporter);
    }

    private static void requireFloor(Report report) {
        if (!report.kdf().isAtLeast(KdfParameters.RECEIPT)) {
            throw new SealBroken();
        }
    }

    OpenedReport unlogged(UUID id, Member member, OpenedVault vault) {
        vouchings.require(member);
        Identity key = keyOf(id, Compartment.ACCOUNT, member, vault);
        try {
            Report report = Report.byId(id).orElseThrow(() -> refused(id, member));
            requireFloor(report);
            return notExcluded(opened(report, key), member);
        } catch (SealBroken broken) {
            key.close();
            throw broken(id, member);
        }
    }

    /** However a grant came about, whom the reporter left out reads nothing. */
    private OpenedReport notExcluded(OpenedReport opened, Member member) {
        if (opened.excluded().contains(member.id)) {
            opened.close();
            throw refused(opened.id(), member);
        }
        return opened;
    }

    private OpenedReport opened(Report report, Identity key) {
        List<Part> parts = floors.parts(report.id);
        return new OpenedReport(
                report, key, parts, contents, () -> floors.asReceived(report.id, parts));
    }

    /**
     * The key of one compartment; refused where there is no grant, or where it is not for this
     * vault, or where a second person is needed first.
     */
    Identity keyOf(UUID id, Compartment compartment, Member member, OpenedVault vault) {
        Grant grant = Grant.held(id, compartment, member.id).orElseThrow(() -> refused(id, member));
        try {
            return vault.with(pairs.usable(grant)::open);
        } catch (SealBroken broken) {
            throw broken(id, member);
        }
    }

    private Refusal refused(UUID id, Member member) {
        trail.recordRefusal(Happening.of(Act.OPENING_REFUSED, member.actor()).about(id));
        return new Refusal(Problem.NOT_FOUND);
    }

    private Refusal broken(UUID id, Member member) {
        trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, member.actor()).about(id));
        return new Refusal(Problem.SEAL_BROKEN);
    }
}
