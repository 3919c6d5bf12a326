package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedShape;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Role;
import org.amanet.staff.StaffConfig;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/**
 * One report of a ceremony, whole or not at all: its grants and how far the ceremony is change in
 * one transaction, so that a cut anywhere leaves nothing half done.
 */
@ApplicationScoped
class Passing {
    private final Access access;
    private final Assignment assignment;
    private final Vouchings vouchings;
    private final Desks desks;
    private final Trail trail;
    private final Recipient recovery;

    Passing(
            Access access,
            Assignment assignment,
            Vouchings vouchings,
            Desks desks,
            Trail trail,
            StaffConfig staff) {
        this.access = access;
        this.assignment = assignment;
        this.vouchings = vouchings;
        this.desks = desks;
        this.trail = trail;
        this.recovery = Recipient.parse(staff.recoveryRecipient());
    }

    /** Seals the member's own grants to the key of now, where they are not yet. */
    @Transactional(TxType.REQUIRES_NEW)
    void renew(UUID ceremony, UUID report, Member member, OpenedVault vault) {
        boolean renewed = false;
        for (Compartment compartment : Compartment.values()) {
            renewed |= renewed(report, compartment, member, vault);
        }
        CeremonyReport.set(ceremony, report, CeremonyReport.State.DONE);
        if (renewed) {
            trail.record(
                    Happening.of(Act.GRANT_MADE, member.actor())
                            .about(report)
                            .touching(member.id)
                            .saying(CeremonyKind.ROTATION.name()));
        }
    }

    private static boolean renewed(
            UUID report, Compartment compartment, Member member, OpenedVault vault) {
        Grant grant = Grant.held(report, compartment, member.id).orElseThrow(SealBroken::new);
        if (opens(grant, vault.identity())) {
            return false;
        }
        try (Identity key = vault.with(grant::open)) {
            grant.replace(key, vault.identity().recipient());
        }
        return true;
    }

    private static boolean opens(Grant grant, Identity identity) {
        try (Identity key = grant.open(identity)) {
            return true;
        } catch (SealBroken otherKey) {
            return false;
        }
    }

    /** Gives the subject back what they held, unless they must not have it any more. */
    @Transactional(TxType.REQUIRES_NEW)
    void giveBack(Ceremony ceremony, UUID report, Member by, OpenedVault vault) {
        Member subject = member(ceremony.subject);
        try (OpenedReport opened = access.open(report, by, vault)) {
            boolean allowed = assignment.allows(opened, subject);
            if (allowed && !holds(report, subject.id)) {
                assignment.grant(opened, by, vault, subject);
            }
            CeremonyReport.set(ceremony.id, report, CeremonyReport.State.after(allowed));
        }
    }

    /** Gives what the subject holds to the successor, or else to the desk's leads. */
    @Transactional(TxType.REQUIRES_NEW)
    void handOver(Ceremony ceremony, UUID report, Member by, OpenedVault vault) {
        try (OpenedReport opened = access.open(report, by, vault)) {
            Member successor = successor(ceremony, opened);
            List<Member> to = successor == null ? leads(ceremony, opened) : List.of(successor);
            for (Member member : to) {
                if (!holds(report, member.id)) {
                    assignment.grant(opened, by, vault, member);
                }
            }
            boolean held = assignment.isHeldBeside(report, ceremony.subject);
            if (held) {
                takeFrom(ceremony.subject, report, successor, by);
            }
            CeremonyReport.set(ceremony.id, report, CeremonyReport.State.after(held));
        }
    }

    private @Nullable Member successor(Ceremony ceremony, OpenedReport opened) {
        if (ceremony.successor == null) {
            return null;
        }
        Member successor = member(ceremony.successor);
        return assignment.allows(opened, successor) ? successor : null;
    }

    private List<Member> leads(Ceremony ceremony, OpenedReport opened) {
        Desk desk = desks.named(opened.report().desk).orElseThrow();
        return vouchings.peopleOf(desk).stream()
                .filter(member -> member.role == Role.LEAD)
                .filter(member -> !member.id.equals(ceremony.subject))
                .filter(member -> assignment.allows(opened, member))
                .toList();
    }

    private void takeFrom(UUID subject, UUID report, @Nullable Member successor, Member by) {
        Grant.remove(report, subject);
        trail.record(Happening.of(Act.GRANT_REMOVED, by.actor()).about(report).touching(subject));
        Report row = Report.byId(report).orElseThrow();
        if (subject.equals(row.assignee)) {
            row.assign(successor == null ? null : successor.id);
            Happening assigned = Happening.of(Act.REPORT_ASSIGNED, by.actor()).about(report);
            trail.record(successor == null ? assigned : assigned.touching(successor.id));
        }
    }

    /** Puts a grant of the recovery key of now beside the one of before. */
    @Transactional(TxType.REQUIRES_NEW)
    void sealForRecovery(UUID ceremony, UUID report, Member by, OpenedVault vault) {
        for (Compartment compartment : Compartment.values()) {
            try (Identity key = access.keyOf(report, compartment, by, vault)) {
                Grant.held(report, compartment, Grant.RECOVERY)
                        .ifPresent(
                                old ->
                                        Grant.put(
                                                Grant.of(
                                                        report,
                                                        compartment,
                                                        Grant.FORMER_RECOVERY,
                                                        old.sealed)));
                Grant.put(Grant.seal(report, compartment, Grant.RECOVERY, key, recovery));
            }
        }
        CeremonyReport.set(ceremony, report, CeremonyReport.State.DONE);
        trail.record(
                Happening.of(Act.GRANT_MADE, by.actor())
                        .about(report)
                        .saying(CeremonyKind.RECOVERY_KEY.name()));
    }

    /** The grants of one report as they came back from the machine with the recovery key. */
    record Locks(byte[] account, byte[] relatives) {
        List<Grant> grants(UUID report, UUID holder) {
            return List.of(
                    Grant.of(report, Compartment.ACCOUNT, holder, account),
                    Grant.of(report, Compartment.RELATIVES, holder, relatives));
        }

        @Override
        public String toString() {
            return "Locks";
        }
    }

    /**
     * Puts in place what came back. Where it is for whoever brings it, it has to open: a grant that
     * is good is never replaced by one that is not.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void put(Ceremony ceremony, UUID report, Member by, OpenedVault vault, Locks locks) {
        List<Grant> grants = locks.grants(report, ceremony.subject);
        boolean own = by.id.equals(ceremony.subject);
        boolean good = grants.stream().allMatch(grant -> isGood(grant, own, vault));
        if (good) {
            grants.forEach(Grant::put);
            trail.record(
                    Happening.of(Act.GRANT_MADE, by.actor())
                            .about(report)
                            .touching(ceremony.subject)
                            .saying(ceremony.kind.name()));
            for (Ceremony lost : Ceremony.open(ceremony.subject, CeremonyKind.RESTORATION)) {
                CeremonyReport.set(lost.id, report, CeremonyReport.State.DONE);
            }
        }
        CeremonyReport.set(ceremony.id, report, CeremonyReport.State.after(good));
    }

    private static boolean isGood(Grant grant, boolean own, OpenedVault vault) {
        return own ? opens(grant, vault.identity()) : SealedShape.step(grant.sealed).isPresent();
    }

    /** A person has to look at it. */
    @Transactional(TxType.REQUIRES_NEW)
    void leave(UUID ceremony, UUID report) {
        CeremonyReport.set(ceremony, report, CeremonyReport.State.LEFT);
    }

    private static boolean holds(UUID report, UUID member) {
        return Grant.held(report, Compartment.ACCOUNT, member).isPresent();
    }

    private static Member member(UUID id) {
        return Objects.requireNonNull(Member.byId(id).orElse(null));
    }
}
